import { tellHeight } from './height.ts'
import { readOut } from './read-out.ts'

// The page is whole without this: it adds the pointer, the keys and the height of the frame, and asks nobody for anything.
tellHeight(document.body)
readOut()
