import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`fassungen_dokumente_eingehend\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`bezeichnung\` text NOT NULL,
  	\`typ\` text,
  	\`formular_id\` text,
  	\`text\` text,
  	FOREIGN KEY (\`formular_id\`) REFERENCES \`formulare\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_dokumente_eingehend_order_idx\` ON \`fassungen_dokumente_eingehend\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_dokumente_eingehend_parent_id_idx\` ON \`fassungen_dokumente_eingehend\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_dokumente_eingehend_formular_idx\` ON \`fassungen_dokumente_eingehend\` (\`formular_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_dokumente_ausgehend\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`bezeichnung\` text NOT NULL,
  	\`typ\` text,
  	\`formular_id\` text,
  	\`text\` text,
  	FOREIGN KEY (\`formular_id\`) REFERENCES \`formulare\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_dokumente_ausgehend_order_idx\` ON \`fassungen_dokumente_ausgehend\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_dokumente_ausgehend_parent_id_idx\` ON \`fassungen_dokumente_ausgehend\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_dokumente_ausgehend_formular_idx\` ON \`fassungen_dokumente_ausgehend\` (\`formular_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_kosten_kosten\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`art\` text DEFAULT 'fix' NOT NULL,
  	\`typ\` text,
  	\`betrag\` numeric,
  	\`von\` numeric,
  	\`bis\` numeric,
  	\`hinweis\` text,
  	\`vorkasse\` text,
  	\`link\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_kosten_kosten_order_idx\` ON \`fassungen_kosten_kosten\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_kosten_kosten_parent_id_idx\` ON \`fassungen_kosten_kosten\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_frist_fristen\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`typ\` text,
  	\`art\` text DEFAULT 'dauer' NOT NULL,
  	\`dauer\` numeric,
  	\`einheit\` text,
  	\`bis_dauer\` numeric,
  	\`bis_einheit\` text,
  	\`von\` text,
  	\`bis\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_frist_fristen_order_idx\` ON \`fassungen_frist_fristen\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_frist_fristen_parent_id_idx\` ON \`fassungen_frist_fristen\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_bearbeitungsdauer_dauern\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`art\` text DEFAULT 'dauer' NOT NULL,
  	\`dauer\` numeric,
  	\`einheit\` text,
  	\`bis_dauer\` numeric,
  	\`bis_einheit\` text,
  	\`von\` text,
  	\`bis\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_bearbeitungsdauer_dauern_order_idx\` ON \`fassungen_bearbeitungsdauer_dauern\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_bearbeitungsdauer_dauern_parent_id_idx\` ON \`fassungen_bearbeitungsdauer_dauern\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_begriffe_begriffe\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`begriff\` text NOT NULL,
  	\`typ\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_begriffe_begriffe_order_idx\` ON \`fassungen_begriffe_begriffe\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_begriffe_begriffe_parent_id_idx\` ON \`fassungen_begriffe_begriffe\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_ursprungsportal_portale\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`uri\` text NOT NULL,
  	\`titel\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_ursprungsportal_portale_order_idx\` ON \`fassungen_ursprungsportal_portale\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_ursprungsportal_portale_parent_id_idx\` ON \`fassungen_ursprungsportal_portale\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_weblinks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`modul\` text DEFAULT 'weiterfuehrendeInformationen' NOT NULL,
  	\`uri\` text NOT NULL,
  	\`titel\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_weblinks_order_idx\` ON \`fassungen_weblinks\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_weblinks_parent_id_idx\` ON \`fassungen_weblinks\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`zustand\` text DEFAULT 'entwurf' NOT NULL,
  	\`leistung_id\` text NOT NULL,
  	\`ebene\` text NOT NULL,
  	\`gebiet_id\` text NOT NULL,
  	\`sprache\` text DEFAULT 'de' NOT NULL,
  	\`variant_von_id\` text,
  	\`maschinell\` integer,
  	\`beginn_art\` text DEFAULT 'zeitgrenze' NOT NULL,
  	\`beginn_tag\` text,
  	\`beginn_zeitgrenze_id\` text,
  	\`beginn_versatz\` text DEFAULT 'tage',
  	\`beginn_tage\` numeric DEFAULT 0,
  	\`ende_art\` text DEFAULT 'offen' NOT NULL,
  	\`ende_tag\` text,
  	\`ende_zeitgrenze_id\` text,
  	\`ende_versatz\` text DEFAULT 'tage',
  	\`ende_tage\` numeric DEFAULT 0,
  	\`danach\` text DEFAULT 'nichts',
  	\`basis_id\` text,
  	\`berichtigt_id\` text,
  	\`leistungsbezeichnung_text\` text,
  	\`leistungsbezeichnung_modus\` text DEFAULT 'ersetzen',
  	\`leistungsbezeichnung_i_i_text\` text,
  	\`leistungsbezeichnung_i_i_modus\` text DEFAULT 'ersetzen',
  	\`teaser_text\` text,
  	\`teaser_modus\` text DEFAULT 'ersetzen',
  	\`kurztext_text\` text,
  	\`kurztext_modus\` text DEFAULT 'ersetzen',
  	\`volltext_text\` text,
  	\`volltext_modus\` text DEFAULT 'ersetzen',
  	\`voraussetzungen_text\` text,
  	\`voraussetzungen_modus\` text DEFAULT 'ersetzen',
  	\`unterlagen_text\` text,
  	\`unterlagen_modus\` text DEFAULT 'ersetzen',
  	\`verfahrensablauf_text\` text,
  	\`verfahrensablauf_modus\` text DEFAULT 'ersetzen',
  	\`dokumente_text\` text,
  	\`dokumente_modus\` text DEFAULT 'ersetzen',
  	\`kosten_text\` text,
  	\`kosten_modus\` text DEFAULT 'ersetzen',
  	\`frist_text\` text,
  	\`frist_modus\` text DEFAULT 'ersetzen',
  	\`bearbeitungsdauer_text\` text,
  	\`bearbeitungsdauer_modus\` text DEFAULT 'ersetzen',
  	\`handlungsgrundlagen_text\` text,
  	\`handlungsgrundlagen_modus\` text DEFAULT 'ersetzen',
  	\`rechtsbehelf_text\` text,
  	\`rechtsbehelf_modus\` text DEFAULT 'ersetzen',
  	\`fachliche_freigabe_am\` text,
  	\`fachliche_freigabe_modus\` text DEFAULT 'ersetzen',
  	\`formulare_text\` text,
  	\`formulare_modus\` text DEFAULT 'ersetzen',
  	\`weiterfuehrende_informationen_text\` text,
  	\`weiterfuehrende_informationen_modus\` text DEFAULT 'ersetzen',
  	\`hinweise_text\` text,
  	\`hinweise_modus\` text DEFAULT 'ersetzen',
  	\`zustaendige_stelle_text\` text,
  	\`zustaendige_stelle_modus\` text DEFAULT 'ersetzen',
  	\`ansprechpunkt_text\` text,
  	\`ansprechpunkt_modus\` text DEFAULT 'ersetzen',
  	\`urheber_text\` text,
  	\`urheber_modus\` text DEFAULT 'ersetzen',
  	\`begriffe_modus\` text DEFAULT 'ersetzen',
  	\`auskunftshinweis_text\` text,
  	\`auskunftshinweis_modus\` text DEFAULT 'ersetzen',
  	\`ursprungsportal_modus\` text DEFAULT 'ersetzen',
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`leistung_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`gebiet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variant_von_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`basis_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`berichtigt_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_titel_idx\` ON \`fassungen\` (\`titel\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_zustand_idx\` ON \`fassungen\` (\`zustand\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_leistung_idx\` ON \`fassungen\` (\`leistung_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_ebene_idx\` ON \`fassungen\` (\`ebene\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_gebiet_idx\` ON \`fassungen\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_variant_von_idx\` ON \`fassungen\` (\`variant_von_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_beginn_beginn_zeitgrenze_idx\` ON \`fassungen\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_ende_ende_zeitgrenze_idx\` ON \`fassungen\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_basis_idx\` ON \`fassungen\` (\`basis_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_berichtigt_idx\` ON \`fassungen\` (\`berichtigt_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_redaktion_idx\` ON \`fassungen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_folgenummer_idx\` ON \`fassungen\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_updated_at_idx\` ON \`fassungen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_created_at_idx\` ON \`fassungen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_texts_order_parent\` ON \`fassungen_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`fassungen_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`rechtsnormen_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rechtsnormen_id\`) REFERENCES \`rechtsnormen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`fassungen_rels_order_idx\` ON \`fassungen_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_rels_parent_idx\` ON \`fassungen_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_rels_path_idx\` ON \`fassungen_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_rels_rechtsnormen_id_idx\` ON \`fassungen_rels\` (\`rechtsnormen_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_dokumente_eingehend\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`bezeichnung\` text NOT NULL,
  	\`typ\` text,
  	\`formular_id\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`formular_id\`) REFERENCES \`formulare\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_dokumente_eingehend_order_idx\` ON \`_fassungen_v_version_dokumente_eingehend\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_dokumente_eingehend_parent_id_idx\` ON \`_fassungen_v_version_dokumente_eingehend\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_dokumente_eingehend_formular_idx\` ON \`_fassungen_v_version_dokumente_eingehend\` (\`formular_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_dokumente_ausgehend\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`bezeichnung\` text NOT NULL,
  	\`typ\` text,
  	\`formular_id\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`formular_id\`) REFERENCES \`formulare\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_dokumente_ausgehend_order_idx\` ON \`_fassungen_v_version_dokumente_ausgehend\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_dokumente_ausgehend_parent_id_idx\` ON \`_fassungen_v_version_dokumente_ausgehend\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_dokumente_ausgehend_formular_idx\` ON \`_fassungen_v_version_dokumente_ausgehend\` (\`formular_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_kosten_kosten\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`art\` text DEFAULT 'fix' NOT NULL,
  	\`typ\` text,
  	\`betrag\` numeric,
  	\`von\` numeric,
  	\`bis\` numeric,
  	\`hinweis\` text,
  	\`vorkasse\` text,
  	\`link\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_kosten_kosten_order_idx\` ON \`_fassungen_v_version_kosten_kosten\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_kosten_kosten_parent_id_idx\` ON \`_fassungen_v_version_kosten_kosten\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_frist_fristen\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`typ\` text,
  	\`art\` text DEFAULT 'dauer' NOT NULL,
  	\`dauer\` numeric,
  	\`einheit\` text,
  	\`bis_dauer\` numeric,
  	\`bis_einheit\` text,
  	\`von\` text,
  	\`bis\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_frist_fristen_order_idx\` ON \`_fassungen_v_version_frist_fristen\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_frist_fristen_parent_id_idx\` ON \`_fassungen_v_version_frist_fristen\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_bearbeitungsdauer_dauern\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`art\` text DEFAULT 'dauer' NOT NULL,
  	\`dauer\` numeric,
  	\`einheit\` text,
  	\`bis_dauer\` numeric,
  	\`bis_einheit\` text,
  	\`von\` text,
  	\`bis\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_bearbeitungsdauer_dauern_order_idx\` ON \`_fassungen_v_version_bearbeitungsdauer_dauern\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_bearbeitungsdauer_dauern_parent_id_idx\` ON \`_fassungen_v_version_bearbeitungsdauer_dauern\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_begriffe_begriffe\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`begriff\` text NOT NULL,
  	\`typ\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_begriffe_begriffe_order_idx\` ON \`_fassungen_v_version_begriffe_begriffe\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_begriffe_begriffe_parent_id_idx\` ON \`_fassungen_v_version_begriffe_begriffe\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_ursprungsportal_portale\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`uri\` text NOT NULL,
  	\`titel\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_ursprungsportal_portale_order_idx\` ON \`_fassungen_v_version_ursprungsportal_portale\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_ursprungsportal_portale_parent_id_idx\` ON \`_fassungen_v_version_ursprungsportal_portale\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_version_weblinks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`modul\` text DEFAULT 'weiterfuehrendeInformationen' NOT NULL,
  	\`uri\` text NOT NULL,
  	\`titel\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_weblinks_order_idx\` ON \`_fassungen_v_version_weblinks\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_weblinks_parent_id_idx\` ON \`_fassungen_v_version_weblinks\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_titel\` text,
  	\`version_zustand\` text DEFAULT 'entwurf' NOT NULL,
  	\`version_leistung_id\` text NOT NULL,
  	\`version_ebene\` text NOT NULL,
  	\`version_gebiet_id\` text NOT NULL,
  	\`version_sprache\` text DEFAULT 'de' NOT NULL,
  	\`version_variant_von_id\` text,
  	\`version_maschinell\` integer,
  	\`version_beginn_art\` text DEFAULT 'zeitgrenze' NOT NULL,
  	\`version_beginn_tag\` text,
  	\`version_beginn_zeitgrenze_id\` text,
  	\`version_beginn_versatz\` text DEFAULT 'tage',
  	\`version_beginn_tage\` numeric DEFAULT 0,
  	\`version_ende_art\` text DEFAULT 'offen' NOT NULL,
  	\`version_ende_tag\` text,
  	\`version_ende_zeitgrenze_id\` text,
  	\`version_ende_versatz\` text DEFAULT 'tage',
  	\`version_ende_tage\` numeric DEFAULT 0,
  	\`version_danach\` text DEFAULT 'nichts',
  	\`version_basis_id\` text,
  	\`version_berichtigt_id\` text,
  	\`version_leistungsbezeichnung_text\` text,
  	\`version_leistungsbezeichnung_modus\` text DEFAULT 'ersetzen',
  	\`version_leistungsbezeichnung_i_i_text\` text,
  	\`version_leistungsbezeichnung_i_i_modus\` text DEFAULT 'ersetzen',
  	\`version_teaser_text\` text,
  	\`version_teaser_modus\` text DEFAULT 'ersetzen',
  	\`version_kurztext_text\` text,
  	\`version_kurztext_modus\` text DEFAULT 'ersetzen',
  	\`version_volltext_text\` text,
  	\`version_volltext_modus\` text DEFAULT 'ersetzen',
  	\`version_voraussetzungen_text\` text,
  	\`version_voraussetzungen_modus\` text DEFAULT 'ersetzen',
  	\`version_unterlagen_text\` text,
  	\`version_unterlagen_modus\` text DEFAULT 'ersetzen',
  	\`version_verfahrensablauf_text\` text,
  	\`version_verfahrensablauf_modus\` text DEFAULT 'ersetzen',
  	\`version_dokumente_text\` text,
  	\`version_dokumente_modus\` text DEFAULT 'ersetzen',
  	\`version_kosten_text\` text,
  	\`version_kosten_modus\` text DEFAULT 'ersetzen',
  	\`version_frist_text\` text,
  	\`version_frist_modus\` text DEFAULT 'ersetzen',
  	\`version_bearbeitungsdauer_text\` text,
  	\`version_bearbeitungsdauer_modus\` text DEFAULT 'ersetzen',
  	\`version_handlungsgrundlagen_text\` text,
  	\`version_handlungsgrundlagen_modus\` text DEFAULT 'ersetzen',
  	\`version_rechtsbehelf_text\` text,
  	\`version_rechtsbehelf_modus\` text DEFAULT 'ersetzen',
  	\`version_fachliche_freigabe_am\` text,
  	\`version_fachliche_freigabe_modus\` text DEFAULT 'ersetzen',
  	\`version_formulare_text\` text,
  	\`version_formulare_modus\` text DEFAULT 'ersetzen',
  	\`version_weiterfuehrende_informationen_text\` text,
  	\`version_weiterfuehrende_informationen_modus\` text DEFAULT 'ersetzen',
  	\`version_hinweise_text\` text,
  	\`version_hinweise_modus\` text DEFAULT 'ersetzen',
  	\`version_zustaendige_stelle_text\` text,
  	\`version_zustaendige_stelle_modus\` text DEFAULT 'ersetzen',
  	\`version_ansprechpunkt_text\` text,
  	\`version_ansprechpunkt_modus\` text DEFAULT 'ersetzen',
  	\`version_urheber_text\` text,
  	\`version_urheber_modus\` text DEFAULT 'ersetzen',
  	\`version_begriffe_modus\` text DEFAULT 'ersetzen',
  	\`version_auskunftshinweis_text\` text,
  	\`version_auskunftshinweis_modus\` text DEFAULT 'ersetzen',
  	\`version_ursprungsportal_modus\` text DEFAULT 'ersetzen',
  	\`version_redaktion_id\` text NOT NULL,
  	\`version_folgenummer\` numeric,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_leistung_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_gebiet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_variant_von_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_basis_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_berichtigt_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_parent_idx\` ON \`_fassungen_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_titel_idx\` ON \`_fassungen_v\` (\`version_titel\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_zustand_idx\` ON \`_fassungen_v\` (\`version_zustand\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_leistung_idx\` ON \`_fassungen_v\` (\`version_leistung_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_ebene_idx\` ON \`_fassungen_v\` (\`version_ebene\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_gebiet_idx\` ON \`_fassungen_v\` (\`version_gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_variant_von_idx\` ON \`_fassungen_v\` (\`version_variant_von_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_beginn_version_beginn_zeitgrenze_idx\` ON \`_fassungen_v\` (\`version_beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_ende_version_ende_zeitgrenze_idx\` ON \`_fassungen_v\` (\`version_ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_basis_idx\` ON \`_fassungen_v\` (\`version_basis_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_berichtigt_idx\` ON \`_fassungen_v\` (\`version_berichtigt_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_redaktion_idx\` ON \`_fassungen_v\` (\`version_redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_folgenummer_idx\` ON \`_fassungen_v\` (\`version_folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_updated_at_idx\` ON \`_fassungen_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_created_at_idx\` ON \`_fassungen_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_created_at_idx\` ON \`_fassungen_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_updated_at_idx\` ON \`_fassungen_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_texts_order_parent\` ON \`_fassungen_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_fassungen_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`rechtsnormen_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_fassungen_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rechtsnormen_id\`) REFERENCES \`rechtsnormen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_fassungen_v_rels_order_idx\` ON \`_fassungen_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_rels_parent_idx\` ON \`_fassungen_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_rels_path_idx\` ON \`_fassungen_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_rels_rechtsnormen_id_idx\` ON \`_fassungen_v_rels\` (\`rechtsnormen_id\`);`)
  await db.run(sql`CREATE TABLE \`leistungen_adressaten\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`leistungen_adressaten_order_idx\` ON \`leistungen_adressaten\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`leistungen_adressaten_parent_idx\` ON \`leistungen_adressaten\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`leistungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`typisierung\` text,
  	\`vertrauensniveau\` text,
  	\`schriftform\` text,
  	\`einheitliche_stelle\` text,
  	\`rang115\` numeric,
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`leistungen_name_idx\` ON \`leistungen\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`leistungen_redaktion_idx\` ON \`leistungen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`leistungen_folgenummer_idx\` ON \`leistungen\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`leistungen_updated_at_idx\` ON \`leistungen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`leistungen_created_at_idx\` ON \`leistungen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`leistungen_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`leistungen_texts_order_parent\` ON \`leistungen_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rechtsnormen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text NOT NULL,
  	\`kurztitel\` text,
  	\`abkuerzung\` text,
  	\`art\` text NOT NULL,
  	\`normgeber\` text NOT NULL,
  	\`gebiet_id\` text,
  	\`fundstelle\` text,
  	\`url\` text,
  	\`beschlossen_am\` text,
  	\`verkuendet_am\` text,
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`gebiet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`rechtsnormen_gebiet_idx\` ON \`rechtsnormen\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`rechtsnormen_redaktion_idx\` ON \`rechtsnormen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`rechtsnormen_folgenummer_idx\` ON \`rechtsnormen\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`rechtsnormen_updated_at_idx\` ON \`rechtsnormen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rechtsnormen_created_at_idx\` ON \`rechtsnormen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`zeitgrenzen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`rechtsnorm_id\` text NOT NULL,
  	\`art\` text DEFAULT 'inkrafttreten' NOT NULL,
  	\`stand\` text DEFAULT 'geplant' NOT NULL,
  	\`tag\` text,
  	\`fundstelle\` text,
  	\`zeitraum\` text,
  	\`bedingung\` text,
  	\`wortlaut\` text,
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`rechtsnorm_id\`) REFERENCES \`rechtsnormen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_rechtsnorm_idx\` ON \`zeitgrenzen\` (\`rechtsnorm_id\`);`)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_redaktion_idx\` ON \`zeitgrenzen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_folgenummer_idx\` ON \`zeitgrenzen\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_updated_at_idx\` ON \`zeitgrenzen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_created_at_idx\` ON \`zeitgrenzen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`organisationseinheiten_anschriften\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`typ\` text DEFAULT '001' NOT NULL,
  	\`strasse\` text,
  	\`hausnummer\` text,
  	\`postfach\` text,
  	\`plz\` text NOT NULL,
  	\`ort\` text NOT NULL,
  	\`zusatz\` text,
  	\`gebiet_id\` text,
  	FOREIGN KEY (\`gebiet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_anschriften_order_idx\` ON \`organisationseinheiten_anschriften\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_anschriften_parent_id_idx\` ON \`organisationseinheiten_anschriften\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_anschriften_gebiet_idx\` ON \`organisationseinheiten_anschriften\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE TABLE \`organisationseinheiten_kommunikation\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kanal\` text NOT NULL,
  	\`kennung\` text NOT NULL,
  	\`zusatz\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_kommunikation_order_idx\` ON \`organisationseinheiten_kommunikation\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_kommunikation_parent_id_idx\` ON \`organisationseinheiten_kommunikation\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`organisationseinheiten_oeffnungszeiten\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`wochentag\` text NOT NULL,
  	\`von\` text NOT NULL,
  	\`bis\` text NOT NULL,
  	\`hinweis\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_oeffnungszeiten_order_idx\` ON \`organisationseinheiten_oeffnungszeiten\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_oeffnungszeiten_parent_id_idx\` ON \`organisationseinheiten_oeffnungszeiten\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`organisationseinheiten_sondertage_zeiten\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`von\` text NOT NULL,
  	\`bis\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`organisationseinheiten_sondertage\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_sondertage_zeiten_order_idx\` ON \`organisationseinheiten_sondertage_zeiten\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_sondertage_zeiten_parent_id_idx\` ON \`organisationseinheiten_sondertage_zeiten\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`organisationseinheiten_sondertage\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`tag\` text NOT NULL,
  	\`anlass\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_sondertage_order_idx\` ON \`organisationseinheiten_sondertage\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_sondertage_parent_id_idx\` ON \`organisationseinheiten_sondertage\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`organisationseinheiten\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kurzbeschreibung\` text,
  	\`uebergeordnet_id\` text,
  	\`webseite\` text,
  	\`terminlink\` text,
  	\`zeiten_hinweis\` text,
  	\`barrierefreiheit_rollstuhlgerecht\` text,
  	\`barrierefreiheit_aufzug\` text,
  	\`barrierefreiheit_hinweis\` text,
  	\`beginn_art\` text DEFAULT 'offen' NOT NULL,
  	\`beginn_tag\` text,
  	\`beginn_zeitgrenze_id\` text,
  	\`beginn_versatz\` text DEFAULT 'tage',
  	\`beginn_tage\` numeric DEFAULT 0,
  	\`ende_art\` text DEFAULT 'offen' NOT NULL,
  	\`ende_tag\` text,
  	\`ende_zeitgrenze_id\` text,
  	\`ende_versatz\` text DEFAULT 'tage',
  	\`ende_tage\` numeric DEFAULT 0,
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`uebergeordnet_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_name_idx\` ON \`organisationseinheiten\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_uebergeordnet_idx\` ON \`organisationseinheiten\` (\`uebergeordnet_id\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_beginn_beginn_zeitgrenze_idx\` ON \`organisationseinheiten\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_ende_ende_zeitgrenze_idx\` ON \`organisationseinheiten\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_redaktion_idx\` ON \`organisationseinheiten\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_folgenummer_idx\` ON \`organisationseinheiten\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_updated_at_idx\` ON \`organisationseinheiten\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`organisationseinheiten_created_at_idx\` ON \`organisationseinheiten\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`zustaendigkeiten\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`leistung_id\` text NOT NULL,
  	\`gebiet_id\` text NOT NULL,
  	\`rolle\` text DEFAULT 'zustaendige-stelle' NOT NULL,
  	\`organisationseinheit_id\` text,
  	\`onlinedienst_id\` text,
  	\`beginn_art\` text DEFAULT 'offen' NOT NULL,
  	\`beginn_tag\` text,
  	\`beginn_zeitgrenze_id\` text,
  	\`beginn_versatz\` text DEFAULT 'tage',
  	\`beginn_tage\` numeric DEFAULT 0,
  	\`ende_art\` text DEFAULT 'offen' NOT NULL,
  	\`ende_tag\` text,
  	\`ende_zeitgrenze_id\` text,
  	\`ende_versatz\` text DEFAULT 'tage',
  	\`ende_tage\` numeric DEFAULT 0,
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`leistung_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`gebiet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisationseinheit_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`onlinedienst_id\`) REFERENCES \`onlinedienste\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_titel_idx\` ON \`zustaendigkeiten\` (\`titel\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_leistung_idx\` ON \`zustaendigkeiten\` (\`leistung_id\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_gebiet_idx\` ON \`zustaendigkeiten\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_organisationseinheit_idx\` ON \`zustaendigkeiten\` (\`organisationseinheit_id\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_onlinedienst_idx\` ON \`zustaendigkeiten\` (\`onlinedienst_id\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_beginn_beginn_zeitgrenze_idx\` ON \`zustaendigkeiten\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_ende_ende_zeitgrenze_idx\` ON \`zustaendigkeiten\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_redaktion_idx\` ON \`zustaendigkeiten\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_folgenummer_idx\` ON \`zustaendigkeiten\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_updated_at_idx\` ON \`zustaendigkeiten\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`zustaendigkeiten_created_at_idx\` ON \`zustaendigkeiten\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`onlinedienste\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`bezeichnung\` text NOT NULL,
  	\`url\` text NOT NULL,
  	\`titel\` text,
  	\`vertrauensniveau\` text,
  	\`nutzerkonto\` text,
  	\`herkunft\` text NOT NULL,
  	\`beginn_art\` text DEFAULT 'offen' NOT NULL,
  	\`beginn_tag\` text,
  	\`beginn_zeitgrenze_id\` text,
  	\`beginn_versatz\` text DEFAULT 'tage',
  	\`beginn_tage\` numeric DEFAULT 0,
  	\`ende_art\` text DEFAULT 'offen' NOT NULL,
  	\`ende_tag\` text,
  	\`ende_zeitgrenze_id\` text,
  	\`ende_versatz\` text DEFAULT 'tage',
  	\`ende_tage\` numeric DEFAULT 0,
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`onlinedienste_beginn_beginn_zeitgrenze_idx\` ON \`onlinedienste\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`onlinedienste_ende_ende_zeitgrenze_idx\` ON \`onlinedienste\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`onlinedienste_redaktion_idx\` ON \`onlinedienste\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`onlinedienste_folgenummer_idx\` ON \`onlinedienste\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`onlinedienste_updated_at_idx\` ON \`onlinedienste\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`onlinedienste_created_at_idx\` ON \`onlinedienste\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`formulare\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`bezeichnung\` text NOT NULL,
  	\`url\` text,
  	\`beschreibung\` text,
  	\`beginn_art\` text DEFAULT 'offen' NOT NULL,
  	\`beginn_tag\` text,
  	\`beginn_zeitgrenze_id\` text,
  	\`beginn_versatz\` text DEFAULT 'tage',
  	\`beginn_tage\` numeric DEFAULT 0,
  	\`ende_art\` text DEFAULT 'offen' NOT NULL,
  	\`ende_tag\` text,
  	\`ende_zeitgrenze_id\` text,
  	\`ende_versatz\` text DEFAULT 'tage',
  	\`ende_tage\` numeric DEFAULT 0,
  	\`redaktion_id\` text NOT NULL,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`formulare_beginn_beginn_zeitgrenze_idx\` ON \`formulare\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`formulare_ende_ende_zeitgrenze_idx\` ON \`formulare\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`formulare_redaktion_idx\` ON \`formulare\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`formulare_folgenummer_idx\` ON \`formulare\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`formulare_updated_at_idx\` ON \`formulare\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`formulare_created_at_idx\` ON \`formulare\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`lieferziele\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`aktiv\` integer DEFAULT true,
  	\`art\` text DEFAULT 'verzeichnis' NOT NULL,
  	\`format\` text DEFAULT 'xzufi-2.2.0' NOT NULL,
  	\`verzeichnis\` text NOT NULL,
  	\`zeitplan\` text DEFAULT '5 0 * * *' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`lieferziele_verzeichnis_idx\` ON \`lieferziele\` (\`verzeichnis\`);`)
  await db.run(sql`CREATE INDEX \`lieferziele_updated_at_idx\` ON \`lieferziele\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`lieferziele_created_at_idx\` ON \`lieferziele\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`lieferungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`lieferziel_id\` text NOT NULL,
  	\`faellig_am\` text NOT NULL,
  	\`ergebnis\` text NOT NULL,
  	\`stichtag\` text,
  	\`kenntnisstand\` numeric,
  	\`begonnen_am\` text,
  	\`dauer_ms\` numeric,
  	\`objekte\` numeric,
  	\`dokumente\` numeric,
  	\`bytes\` numeric,
  	\`sha256\` text,
  	\`ordner\` text,
  	\`fehler\` text,
  	\`versuche\` numeric DEFAULT 0,
  	\`lease_bis\` text,
  	\`lease_von\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`lieferziel_id\`) REFERENCES \`lieferziele\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`lieferungen_lieferziel_idx\` ON \`lieferungen\` (\`lieferziel_id\`);`)
  await db.run(sql`CREATE INDEX \`lieferungen_faellig_am_idx\` ON \`lieferungen\` (\`faellig_am\`);`)
  await db.run(sql`CREATE INDEX \`lieferungen_ergebnis_idx\` ON \`lieferungen\` (\`ergebnis\`);`)
  await db.run(sql`CREATE INDEX \`lieferungen_lease_bis_idx\` ON \`lieferungen\` (\`lease_bis\`);`)
  await db.run(sql`CREATE INDEX \`lieferungen_updated_at_idx\` ON \`lieferungen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`lieferungen_created_at_idx\` ON \`lieferungen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ereignisse\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`folgenummer\` numeric NOT NULL,
  	\`zeitpunkt\` text NOT NULL,
  	\`art\` text NOT NULL,
  	\`schluessel\` text,
  	\`gegenstand\` text,
  	\`von\` text NOT NULL,
  	\`von_name\` text,
  	\`grund\` text,
  	\`aussagen\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ereignisse_folgenummer_idx\` ON \`ereignisse\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`ereignisse_art_idx\` ON \`ereignisse\` (\`art\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ereignisse_schluessel_idx\` ON \`ereignisse\` (\`schluessel\`);`)
  await db.run(sql`CREATE INDEX \`ereignisse_updated_at_idx\` ON \`ereignisse\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ereignisse_created_at_idx\` ON \`ereignisse\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`gebiete\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`ebene\` text NOT NULL,
  	\`ars\` text NOT NULL,
  	\`ags\` text,
  	\`uebergeordnet_id\` text,
  	\`beginn_art\` text DEFAULT 'offen' NOT NULL,
  	\`beginn_tag\` text,
  	\`beginn_zeitgrenze_id\` text,
  	\`beginn_versatz\` text DEFAULT 'tage',
  	\`beginn_tage\` numeric DEFAULT 0,
  	\`ende_art\` text DEFAULT 'offen' NOT NULL,
  	\`ende_tag\` text,
  	\`ende_zeitgrenze_id\` text,
  	\`ende_versatz\` text DEFAULT 'tage',
  	\`ende_tage\` numeric DEFAULT 0,
  	\`folgenummer\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`uebergeordnet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`gebiete_name_idx\` ON \`gebiete\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_ebene_idx\` ON \`gebiete\` (\`ebene\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_ars_idx\` ON \`gebiete\` (\`ars\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_uebergeordnet_idx\` ON \`gebiete\` (\`uebergeordnet_id\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_beginn_beginn_zeitgrenze_idx\` ON \`gebiete\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_ende_ende_zeitgrenze_idx\` ON \`gebiete\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_folgenummer_idx\` ON \`gebiete\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_updated_at_idx\` ON \`gebiete\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`gebiete_created_at_idx\` ON \`gebiete\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`redaktionen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`art\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`redaktionen_updated_at_idx\` ON \`redaktionen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`redaktionen_created_at_idx\` ON \`redaktionen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`redaktionen_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`gebiete_id\` text,
  	\`redaktionen_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gebiete_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`redaktionen_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`redaktionen_rels_order_idx\` ON \`redaktionen_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`redaktionen_rels_parent_idx\` ON \`redaktionen_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`redaktionen_rels_path_idx\` ON \`redaktionen_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`redaktionen_rels_gebiete_id_idx\` ON \`redaktionen_rels\` (\`gebiete_id\`);`)
  await db.run(sql`CREATE INDEX \`redaktionen_rels_redaktionen_id_idx\` ON \`redaktionen_rels\` (\`redaktionen_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`rolle\` text DEFAULT 'lesend' NOT NULL,
  	\`redaktion_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_redaktion_idx\` ON \`users\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`inhalte\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`wert\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE TABLE \`projektionen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`folgenummer\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`projektionen_updated_at_idx\` ON \`projektionen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`projektionen_created_at_idx\` ON \`projektionen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`fassungen_id\` text,
  	\`leistungen_id\` text,
  	\`rechtsnormen_id\` text,
  	\`zeitgrenzen_id\` text,
  	\`organisationseinheiten_id\` text,
  	\`zustaendigkeiten_id\` text,
  	\`onlinedienste_id\` text,
  	\`formulare_id\` text,
  	\`lieferziele_id\` text,
  	\`gebiete_id\` text,
  	\`redaktionen_id\` text,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fassungen_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`leistungen_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rechtsnormen_id\`) REFERENCES \`rechtsnormen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`zeitgrenzen_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisationseinheiten_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`zustaendigkeiten_id\`) REFERENCES \`zustaendigkeiten\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`onlinedienste_id\`) REFERENCES \`onlinedienste\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`formulare_id\`) REFERENCES \`formulare\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`lieferziele_id\`) REFERENCES \`lieferziele\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gebiete_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`redaktionen_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fassungen_id_idx\` ON \`payload_locked_documents_rels\` (\`fassungen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_leistungen_id_idx\` ON \`payload_locked_documents_rels\` (\`leistungen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rechtsnormen_id_idx\` ON \`payload_locked_documents_rels\` (\`rechtsnormen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_zeitgrenzen_id_idx\` ON \`payload_locked_documents_rels\` (\`zeitgrenzen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisationseinheiten_id_idx\` ON \`payload_locked_documents_rels\` (\`organisationseinheiten_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_zustaendigkeiten_id_idx\` ON \`payload_locked_documents_rels\` (\`zustaendigkeiten_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_onlinedienste_id_idx\` ON \`payload_locked_documents_rels\` (\`onlinedienste_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_formulare_id_idx\` ON \`payload_locked_documents_rels\` (\`formulare_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_lieferziele_id_idx\` ON \`payload_locked_documents_rels\` (\`lieferziele_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gebiete_id_idx\` ON \`payload_locked_documents_rels\` (\`gebiete_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_redaktionen_id_idx\` ON \`payload_locked_documents_rels\` (\`redaktionen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`fassungen_dokumente_eingehend\`;`)
  await db.run(sql`DROP TABLE \`fassungen_dokumente_ausgehend\`;`)
  await db.run(sql`DROP TABLE \`fassungen_kosten_kosten\`;`)
  await db.run(sql`DROP TABLE \`fassungen_frist_fristen\`;`)
  await db.run(sql`DROP TABLE \`fassungen_bearbeitungsdauer_dauern\`;`)
  await db.run(sql`DROP TABLE \`fassungen_begriffe_begriffe\`;`)
  await db.run(sql`DROP TABLE \`fassungen_ursprungsportal_portale\`;`)
  await db.run(sql`DROP TABLE \`fassungen_weblinks\`;`)
  await db.run(sql`DROP TABLE \`fassungen\`;`)
  await db.run(sql`DROP TABLE \`fassungen_texts\`;`)
  await db.run(sql`DROP TABLE \`fassungen_rels\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_dokumente_eingehend\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_dokumente_ausgehend\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_kosten_kosten\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_frist_fristen\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_bearbeitungsdauer_dauern\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_begriffe_begriffe\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_ursprungsportal_portale\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_version_weblinks\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v_rels\`;`)
  await db.run(sql`DROP TABLE \`leistungen_adressaten\`;`)
  await db.run(sql`DROP TABLE \`leistungen\`;`)
  await db.run(sql`DROP TABLE \`leistungen_texts\`;`)
  await db.run(sql`DROP TABLE \`rechtsnormen\`;`)
  await db.run(sql`DROP TABLE \`zeitgrenzen\`;`)
  await db.run(sql`DROP TABLE \`organisationseinheiten_anschriften\`;`)
  await db.run(sql`DROP TABLE \`organisationseinheiten_kommunikation\`;`)
  await db.run(sql`DROP TABLE \`organisationseinheiten_oeffnungszeiten\`;`)
  await db.run(sql`DROP TABLE \`organisationseinheiten_sondertage_zeiten\`;`)
  await db.run(sql`DROP TABLE \`organisationseinheiten_sondertage\`;`)
  await db.run(sql`DROP TABLE \`organisationseinheiten\`;`)
  await db.run(sql`DROP TABLE \`zustaendigkeiten\`;`)
  await db.run(sql`DROP TABLE \`onlinedienste\`;`)
  await db.run(sql`DROP TABLE \`formulare\`;`)
  await db.run(sql`DROP TABLE \`lieferziele\`;`)
  await db.run(sql`DROP TABLE \`lieferungen\`;`)
  await db.run(sql`DROP TABLE \`ereignisse\`;`)
  await db.run(sql`DROP TABLE \`gebiete\`;`)
  await db.run(sql`DROP TABLE \`redaktionen\`;`)
  await db.run(sql`DROP TABLE \`redaktionen_rels\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`inhalte\`;`)
  await db.run(sql`DROP TABLE \`projektionen\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
