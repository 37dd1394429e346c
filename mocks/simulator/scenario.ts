/**
 * What the simulated country goes through:
 * - `blockade`: calm, the blockade announced, collapse, escorted convoys, partial relief; as in autumn 2025
 * - `calm`: a year in which nothing happens but trade
 * - `senegal-axis-cut`: the way from Dakar is cut, the way from Abidjan carries what it can
 * - `escort-holds`: a blockade that escorts get through with few losses
 */
export const SCENARIOS = ['blockade', 'calm', 'senegal-axis-cut', 'escort-holds'] as const
export type Scenario = (typeof SCENARIOS)[number]
