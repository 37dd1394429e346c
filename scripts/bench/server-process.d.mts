export declare function memoryOf(pid: number): { nowMb: number; mostMb: number | null }
