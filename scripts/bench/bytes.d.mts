/** Bytes after Brotli 11, part by part, beside what each may weigh. */
export function weigh(folder: string): Promise<{
  linkedStyles: number
  parts: { name: string; bytes: number; budget: number }[]
}>
