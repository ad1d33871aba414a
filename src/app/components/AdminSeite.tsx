import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps, TypedUser } from 'payload'
import type { ReactNode } from 'react'

type Props = {
  readonly initPageResult: AdminViewServerProps['initPageResult']
  readonly params: AdminViewServerProps['params'] | undefined
  readonly searchParams: AdminViewServerProps['searchParams'] | undefined
  readonly user: TypedUser
  readonly className: string
  readonly children: ReactNode
}

/** The frame of a page of our own in the admin: navigation, bell and account around its content. */
export function AdminSeite({
  initPageResult,
  params,
  searchParams,
  user,
  className,
  children,
}: Props) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, i18n } = req
  return (
    <DefaultTemplate
      i18n={i18n}
      {...(locale ? { locale } : {})}
      params={params ?? {}}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams ?? {}}
      user={user}
      viewActions={payload.config.admin.components.actions}
      visibleEntities={visibleEntities}
    >
      <main className={`${className} gutter--left gutter--right`}>{children}</main>
    </DefaultTemplate>
  )
}
