# The product in one image: `docker build -t jauge .`
# Debian's slim image, not Alpine: what draws pictures (resvg) and starts TypeScript (esbuild) was tried on glibc.

FROM node:20-slim AS build
WORKDIR /jauge
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm run build:demo

# What the server needs while it runs, and nothing that only builds or tests need.
FROM node:20-slim AS packages
WORKDIR /jauge
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 JAUGE_DATA=/data
WORKDIR /jauge
COPY --from=packages /jauge/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY public/geo public/geo
COPY server server
COPY src src
COPY --from=build /jauge/dist dist
RUN install --directory --owner=node --group=node --mode=700 /data /backups

USER node
VOLUME ["/data", "/backups"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/v1/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/jauge.mjs"]
CMD ["serve"]
