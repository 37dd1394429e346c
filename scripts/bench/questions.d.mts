export function QUESTIONS(options: {
  asks: number
}): { what: string; role?: string; paths: string[] }[]
