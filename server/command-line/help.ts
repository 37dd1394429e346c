export const HELP = `Jauge, the fuel-supply situation of Mali.

  jauge serve          Serves the application and its API.
  jauge import FILE    Takes in a file of reported facts (CSV). relations.csv and official-pump-prices.csv
                       are read when they lie beside it. The same file twice changes nothing. Works beside
                       a running server too. Ends with 1 when the file cannot be read, and with 3 when some
                       of its rows were refused.
  jauge keys add --role ROLE --label "WHO" [--expires WHEN]
                       Makes an access key and shows it, this once. ROLE is partner, analyst or admin; WHEN is
                       a number of days (90d) or the last day it is good for (2027-03-01).
  jauge keys list      All keys there ever were, and whether they still stand.
  jauge keys revoke ID Ends a key at once, and every session it was traded for.
  jauge purge ID       Takes a report out for somebody's safety: every revision, and all that was made of it.
                       There is no way back, and no import brings it in again.
  jauge audit [--limit N]
                       What was done with power, the newest first: keys, sign-ins, purges, changes of policy.
  jauge backup FILE    Writes everything into one file: reports and their history, keys, the log. Works beside a
                       running server. The file is for this user alone; whoever reads it reads what is secret.
  jauge restore FILE   Brings a backup into an empty deployment, of the built-in database or of PostgreSQL,
                       whichever it came from. A file that was cut or altered is refused.
  jauge help           This text.

Settings come from the environment:

  PORT                       8080
  HOST                       127.0.0.1
  JAUGE_DATA                 ./data, the folder of the built-in database
  DATABASE_URL               a PostgreSQL server, used in place of the built-in database
  JAUGE_BACKUPS              where an upgrade puts its backup; backups in JAUGE_DATA unless set
  JAUGE_CONTACT              where corrections are sent: mailto:… or the address of a page
  JAUGE_TILES                raster tiles under the map, with {z}, {x} and {y}; none unless set
  JAUGE_TILES_ATTRIBUTION    the words that the source of the tiles asks for
  JAUGE_URL                  the public address, such as https://fuel.example.org
  TRUST_PROXY                the proxies in front whose word counts: addresses, networks, loopback, uniquelocal

Sign-in at an identity provider (OpenID Connect), besides access keys:

  JAUGE_OIDC_ISSUER          its address; it sends people back to /sign-in/provider/return
  JAUGE_OIDC_CLIENT_ID       the id under which it knows this site
  JAUGE_OIDC_CLIENT_SECRET   the secret that goes with it, where it gave one
  JAUGE_OIDC_ROLES           what it says of somebody, and the role that gives: fuel-desk=analyst, fuel=partner
  JAUGE_OIDC_ROLE_CLAIM      groups, the claim in which it says so
  JAUGE_OIDC_SCOPE           openid profile email
  JAUGE_OIDC_NAME            what people call it; its host name unless set`
