export function QUESTIONS(options: {
  asks: number
}): { what: string; role?: string; isFirst?: boolean; paths: string[] }[]
