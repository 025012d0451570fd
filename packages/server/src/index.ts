export { openServer, type OpenServer, type World } from './open-server.ts'
export { readConfig, type Config } from './config.ts'
