import { register } from 'node:module'

// Loaded before the product itself: its release then reads its geography from another folder.
register('./gazetteer-hook.mjs', import.meta.url, {
  data: { folder: process.env.BENCH_GAZETTEER ?? '' },
})
