/** What the sheet covers, south-west to north-east. Beyond it there is nothing to see, so it is left blank. */
export const BOX: [[number, number], [number, number]] = [
  [3.5, -18.5],
  [25.5, 4.5],
]
