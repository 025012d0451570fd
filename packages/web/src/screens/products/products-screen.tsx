import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Broken } from '../../app/broken.tsx'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { useLazy } from '../../app/use-lazy.ts'
import { OneMoment } from '../../components/one-moment.tsx'
import { Page } from '../../components/page.tsx'
import { type ProductAnswer, productAnswer } from '../../model/product.ts'
import { ProductForm, type ProductText } from './product-form.tsx'
import { ProductVerdict } from './product-verdict.tsx'
import './products.css'

/** What is in a bottle, pasted, typed or photographed, and what the plan says of it. */
export function ProductsScreen(): JSX.Element {
  const { i18n } = useCare()
  const [checked, setChecked] = useState<ProductText | null>(null)
  const { answer, isBroken } = useVerdict(checked)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer) place.current?.querySelector<HTMLElement>('#answer')?.focus()
    // Once for each list that is checked: what changes with the clock leaves the focus where it is.
  }, [checked, answer === null])
  if (isBroken) return <Broken />
  return (
    <Page
      title={i18n._({ id: 'products.title', message: 'Products' })}
      lead={i18n._({
        id: 'products.lead',
        message:
          'Give us the list of what is in it. We say what your plan holds back, and until when.',
      })}
      back={{ href: hrefTo('today'), label: i18n._({ id: 'nav.today', message: 'Today' }) }}
    >
      <ProductForm onCheck={setChecked} onChange={() => setChecked(null)} />
      <div role="status" ref={place}>
        {answer ? <ProductVerdict answer={answer} /> : null}
        {answer === null && checked ? <OneMoment /> : null}
      </div>
    </Page>
  )
}

interface Judging {
  readonly answer: ProductAnswer | null
  readonly isBroken: boolean
}

/** The verdict at the present minute; null until there is something to judge, and until it can be. */
function useVerdict(checked: ProductText | null): Judging {
  const { planner, session, plan, at, zone } = useCare()
  const loaded = useLazy(() => import('./label-language.ts'), 'label')
  const isBroken = loaded === 'broken'
  const language = loaded === 'broken' ? undefined : loaded?.value
  const answer = useMemo(() => {
    if (!language || !checked) return null
    const care = { planner, session, plan, at, zone }
    return productAnswer(care, language.label(plan, { ...checked, at }))
  }, [language, checked, planner, session, plan, at, zone])
  return { answer, isBroken }
}
