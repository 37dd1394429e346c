export const HELP = `Jauge, the fuel-supply situation of Mali.

  jauge serve          Serves the application and its API.
  jauge import FILE    Takes in a file of reported facts (CSV). relations.csv and official-pump-prices.csv
                       are read when they lie beside it. The same file twice changes nothing. Works beside
                       a running server too. Ends with 1 when the file cannot be read, and with 3 when some
                       of its rows were refused.
  jauge help           This text.

Settings come from the environment:

  PORT                       8080
  HOST                       127.0.0.1
  JAUGE_DATA                 ./data, the folder of the built-in database
  DATABASE_URL               a PostgreSQL server, used in place of the built-in database
  JAUGE_CONTACT              where corrections are sent: mailto:… or the address of a page
  JAUGE_TILES                raster tiles under the map, with {z}, {x} and {y}; none unless set
  JAUGE_TILES_ATTRIBUTION    the words that the source of the tiles asks for`
