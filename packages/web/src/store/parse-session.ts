export { parseSession } from '@afterglow/engine'
