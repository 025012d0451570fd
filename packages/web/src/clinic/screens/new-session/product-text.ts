import type { Product } from '../../api/procedures.ts'

/** What was used, as it is typed: `Hyaluronic serum #A12; numbing cream`. */
export interface ProductTexts {
  readonly deviceName: string
  readonly needleLot: string
  readonly products: string
}

export function productTexts(product: Product | undefined): ProductTexts {
  const { deviceName = '', needleLot = '', products = [] } = product ?? {}
  const texts = products.map(({ name, lot }) => (lot === undefined ? name : `${name} #${lot}`))
  return { deviceName, needleLot, products: texts.join('; ') }
}

/** Undefined where nothing was told. */
export function productOf(texts: ProductTexts): Product | undefined {
  const [deviceName, needleLot] = [texts.deviceName.trim(), texts.needleLot.trim()]
  const products = texts.products.split(/[;؛\n]/).flatMap(productIn)
  const product = {
    ...(deviceName !== '' && { deviceName }),
    ...(needleLot !== '' && { needleLot }),
    ...(products.length > 0 && { products }),
  }
  return Object.keys(product).length === 0 ? undefined : product
}

function productIn(text: string): NonNullable<Product['products']> {
  const hash = text.lastIndexOf('#')
  const [name, lot] =
    hash < 0 ? [text.trim(), ''] : [text.slice(0, hash).trim(), text.slice(hash + 1).trim()]
  if (name === '') return lot === '' ? [] : [{ name: lot }]
  return [lot === '' ? { name } : { name, lot }]
}
