import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { PhotoButton } from './photo-button.tsx'

/** What there is to judge. */
export interface ProductText {
  readonly product: string
  readonly ingredients: string
}

interface ProductFormProps {
  readonly onCheck: (text: ProductText) => void
  /** What was judged is no longer what stands here. */
  readonly onChange: () => void
}

const NOTHING: ProductText = { product: '', ingredients: '' }

/** The name and the list. What was read from a photo is shown first, to be corrected, and judged when the person says so. */
export function ProductForm(props: ProductFormProps): JSX.Element {
  const { i18n } = useCare()
  const { text, change, takeRead, isFromPhoto, isMissing, submit } = useProductText(props)
  return (
    <form class="product-form" onSubmit={submit}>
      <PhotoButton onText={takeRead} />
      {isFromPhoto ? <ReadNote /> : null}
      <Field
        label={i18n._({ id: 'products.list', message: 'What is in it' })}
        hint={i18n._({
          id: 'products.list-hint',
          message: 'The list in small print, often under “Ingredients”. Type it, or paste it.',
        })}
        isLong
        value={text.ingredients}
        onInput={(ingredients) => change({ ingredients })}
        {...(isMissing && {
          error: i18n._({ id: 'products.missing', message: 'Give us the list, or the name.' }),
        })}
      />
      <Field
        label={i18n._({ id: 'products.name', message: 'What it is called, if you like' })}
        value={text.product}
        onInput={(product) => change({ product })}
        autocomplete="off"
      />
      <div class="cluster">
        <Button kind="main" type="submit">
          {isFromPhoto
            ? i18n._({ id: 'products.check-read', message: 'The list is right: check it' })
            : i18n._({ id: 'products.check', message: 'Check it' })}
        </Button>
      </div>
    </form>
  )
}

interface Typed {
  readonly text: ProductText
  readonly change: (part: Partial<ProductText>) => void
  readonly takeRead: (ingredients: string) => void
  readonly isFromPhoto: boolean
  readonly isMissing: boolean
  readonly submit: (event: Event) => void
}

/** What stands in the fields. It is judged when the form is sent, and no longer once it is changed. */
function useProductText({ onCheck, onChange }: ProductFormProps): Typed {
  const [text, setText] = useState(NOTHING)
  const [isFromPhoto, setFromPhoto] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const change = (part: Partial<ProductText>) => {
    // A photo is read for seconds: what is typed meanwhile stays.
    setText((now) => ({ ...now, ...part }))
    setMissing(false)
    onChange()
  }
  const takeRead = (ingredients: string) => {
    change({ ingredients })
    setFromPhoto(true)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const isEmpty = (text.product + text.ingredients).trim() === ''
    setMissing(isEmpty)
    if (!isEmpty) onCheck(text)
  }
  return { text, change, takeRead, isFromPhoto, isMissing, submit }
}

function ReadNote(): JSX.Element {
  const { i18n } = useCare()
  return (
    <p class="read-note" role="status">
      {i18n._({
        id: 'products.read',
        message: 'This is what we read. Compare it with the pack, and put right what is wrong.',
      })}
    </p>
  )
}
