import { register } from 'tsx/esm/api'

// A process of its own, as a server is: says when it is ready, waits to be sent off, and tells how it went.
register()
const { lockFolder } = await import('#server/lock.ts')
process.send('ready')
process.once('message', async () => {
  try {
    await lockFolder(process.argv[2], 'server')
    process.send('held')
  } catch (error) {
    process.send(error.message)
  }
})
