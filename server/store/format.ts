/** Marks a folder, a database and a socket as ours. */
export const APP = 'jauge'

/** Of the folder and of the tables. A migration that older servers could not live with raises it. */
export const FORMAT = 3
