export function QUESTIONS(options: { asks: number }): { what: string; paths: string[] }[]
