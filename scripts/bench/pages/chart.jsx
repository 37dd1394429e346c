import { CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { COLOURS, NAMES } from './data.js'

const written = (time) => new Date(time).toISOString().slice(0, 10)

/** The plainest chart that can be pointed at. */
export function Chart({ rows, names = NAMES, width = Math.min(960, innerWidth - 16) }) {
  return (
    <LineChart width={width} height={260} data={rows}>
      <CartesianGrid strokeDasharray="3 3" />
      <XAxis dataKey="day" type="number" domain={['dataMin', 'dataMax']} tickFormatter={written} />
      <YAxis />
      <Tooltip labelFormatter={written} />
      <Legend />
      {names.map((name) => (
        <Line
          key={name}
          dataKey={name}
          stroke={COLOURS[NAMES.indexOf(name)]}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
}
