export type Theme = 'light' | 'dark'

/**
 * The colours of `tokens.css` that pictures use, for files that no style sheet goes with; a test holds the two
 * together.
 */
export const PALETTE = {
  light: {
    '--paper': '#faf8f3',
    '--ink': '#1c1b19',
    '--ink-2': '#55524b',
    '--ink-3': '#6f6b62',
    '--line': '#ddd8cc',
    '--line-strong': '#b9b3a4',
    '--wash': '#f1ede4',
    '--accent': '#0a5a78',
    '--accent-ink': '#ffffff',
    '--warn': '#8a4b00',
    '--warn-wash': '#fbf0dc',
    '--status-open': '#1f7a5c',
    '--status-escort': '#2f6db5',
    '--status-restricted': '#b98700',
    '--status-contested': '#cf5a1b',
    '--status-cut': '#8f1740',
    '--status-unknown': '#8b877d',
    '--axis-ci': '#b4560f',
    '--axis-sn': '#2067a5',
    '--axis-gn': '#3f7d3b',
    '--axis-ne': '#77418f',
    '--axis-unstated': '#96928a',
    '--petrol': '#b23a48',
    '--diesel': '#3d4f7c',
    '--sea': '#dce7ea',
    '--land': '#f4f1e9',
    '--land-focus': '#fbf9f4',
    '--border': '#b8b1a1',
    '--region': '#ddd6c7',
    '--water': '#b9d0d8',
  },
  dark: {
    '--paper': '#131518',
    '--ink': '#eceae4',
    '--ink-2': '#b9b5ab',
    '--ink-3': '#9a968c',
    '--line': '#31353b',
    '--line-strong': '#535860',
    '--wash': '#22262b',
    '--accent': '#6fc0de',
    '--accent-ink': '#0b1a20',
    '--warn': '#f0b660',
    '--warn-wash': '#33280f',
    '--status-open': '#4db792',
    '--status-escort': '#74a9ea',
    '--status-restricted': '#e0b83d',
    '--status-contested': '#f08a4b',
    '--status-cut': '#ee6d97',
    '--status-unknown': '#8f8b82',
    '--axis-ci': '#e08a45',
    '--axis-sn': '#6baae3',
    '--axis-gn': '#78b873',
    '--axis-ne': '#b98ad1',
    '--axis-unstated': '#918d84',
    '--petrol': '#e88490',
    '--diesel': '#93a6db',
    '--sea': '#10171b',
    '--land': '#1d2024',
    '--land-focus': '#24282d',
    '--border': '#4b5057',
    '--region': '#2f343a',
    '--water': '#1f3038',
  },
} as const satisfies Record<Theme, Record<`--${string}`, string>>

export type Token = keyof (typeof PALETTE)['light']

function isToken(name: string): name is Token {
  return name in PALETTE.light
}

/** A colour by the name of its custom property: the property itself on a page, its value in a file. */
export function colourIn(theme: Theme, standalone: boolean): (name: string) => string {
  return (name) => {
    if (!isToken(name)) throw new RangeError(`No colour is called ${name}.`)
    return standalone ? PALETTE[theme][name] : `var(${name})`
  }
}
