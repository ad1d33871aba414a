import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`abstimmungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text NOT NULL,
  	\`zustand\` text DEFAULT 'offen' NOT NULL,
  	\`frist\` text NOT NULL,
  	\`ergebnis\` text,
  	\`zeitgrenze_id\` text,
  	\`redaktion_id\` text NOT NULL,
  	\`erinnerung_tage\` numeric DEFAULT 3 NOT NULL,
  	\`schweigefrist_tage\` numeric DEFAULT 0 NOT NULL,
  	\`embargo\` integer DEFAULT false,
  	\`eroeffnet_von_name\` text NOT NULL,
  	\`eroeffnet_am\` text NOT NULL,
  	\`beendet_von_name\` text,
  	\`beendet_am\` text,
  	\`grund\` text,
  	\`niederschrift\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`abstimmungen_zustand_idx\` ON \`abstimmungen\` (\`zustand\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_zeitgrenze_idx\` ON \`abstimmungen\` (\`zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_redaktion_idx\` ON \`abstimmungen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_embargo_idx\` ON \`abstimmungen\` (\`embargo\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_updated_at_idx\` ON \`abstimmungen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_created_at_idx\` ON \`abstimmungen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`abstimmungen_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`fassungen_id\` text,
  	\`redaktionen_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`abstimmungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fassungen_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`redaktionen_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`abstimmungen_rels_order_idx\` ON \`abstimmungen_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_rels_parent_idx\` ON \`abstimmungen_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_rels_path_idx\` ON \`abstimmungen_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_rels_fassungen_id_idx\` ON \`abstimmungen_rels\` (\`fassungen_id\`);`)
  await db.run(sql`CREATE INDEX \`abstimmungen_rels_redaktionen_id_idx\` ON \`abstimmungen_rels\` (\`redaktionen_id\`);`)
  await db.run(sql`CREATE TABLE \`schweigefristen_module\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`schweigefristen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schweigefristen_module_order_idx\` ON \`schweigefristen_module\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_module_parent_idx\` ON \`schweigefristen_module\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`schweigefristen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`leistung_id\` text NOT NULL,
  	\`ebene\` text DEFAULT 'land' NOT NULL,
  	\`gebiet_id\` text NOT NULL,
  	\`abstimmung\` text NOT NULL,
  	\`tage\` numeric NOT NULL,
  	\`fristende\` text NOT NULL,
  	\`begonnen_am\` text NOT NULL,
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
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`schweigefristen_titel_idx\` ON \`schweigefristen\` (\`titel\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_leistung_idx\` ON \`schweigefristen\` (\`leistung_id\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_gebiet_idx\` ON \`schweigefristen\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_abstimmung_idx\` ON \`schweigefristen\` (\`abstimmung\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_beginn_beginn_zeitgrenze_idx\` ON \`schweigefristen\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_ende_ende_zeitgrenze_idx\` ON \`schweigefristen\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_redaktion_idx\` ON \`schweigefristen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_folgenummer_idx\` ON \`schweigefristen\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_updated_at_idx\` ON \`schweigefristen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`schweigefristen_created_at_idx\` ON \`schweigefristen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rueckmeldungen_module\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rueckmeldungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_module_order_idx\` ON \`rueckmeldungen_module\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_module_parent_idx\` ON \`rueckmeldungen_module\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rueckmeldungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`schweigefrist_id\` text NOT NULL,
  	\`leistung_id\` text NOT NULL,
  	\`ebene\` text DEFAULT 'land' NOT NULL,
  	\`gebiet_id\` text NOT NULL,
  	\`satz\` text,
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
  	FOREIGN KEY (\`schweigefrist_id\`) REFERENCES \`schweigefristen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`leistung_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`gebiet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_titel_idx\` ON \`rueckmeldungen\` (\`titel\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_schweigefrist_idx\` ON \`rueckmeldungen\` (\`schweigefrist_id\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_leistung_idx\` ON \`rueckmeldungen\` (\`leistung_id\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_gebiet_idx\` ON \`rueckmeldungen\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_beginn_beginn_zeitgrenze_idx\` ON \`rueckmeldungen\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_ende_ende_zeitgrenze_idx\` ON \`rueckmeldungen\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_redaktion_idx\` ON \`rueckmeldungen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_folgenummer_idx\` ON \`rueckmeldungen\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_updated_at_idx\` ON \`rueckmeldungen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rueckmeldungen_created_at_idx\` ON \`rueckmeldungen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ueberpruefungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`fassung\` text NOT NULL,
  	\`redaktion\` text NOT NULL,
  	\`art\` text NOT NULL,
  	\`am\` text NOT NULL,
  	\`zeitpunkt\` text NOT NULL,
  	\`von\` text NOT NULL,
  	\`von_name\` text,
  	\`ergebnis\` text NOT NULL,
  	\`bemerkung\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`ueberpruefungen_fassung_idx\` ON \`ueberpruefungen\` (\`fassung\`);`)
  await db.run(sql`CREATE INDEX \`ueberpruefungen_redaktion_idx\` ON \`ueberpruefungen\` (\`redaktion\`);`)
  await db.run(sql`CREATE TABLE \`angebote\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`leistung_id\` text NOT NULL,
  	\`ebene\` text DEFAULT 'gemeinde' NOT NULL,
  	\`gebiet_id\` text NOT NULL,
  	\`antwort\` text DEFAULT 'ungeklaert' NOT NULL,
  	\`satz\` text,
  	\`stattdessen_text\` text,
  	\`stattdessen_link\` text,
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
  	FOREIGN KEY (\`beginn_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ende_zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`angebote_titel_idx\` ON \`angebote\` (\`titel\`);`)
  await db.run(sql`CREATE INDEX \`angebote_leistung_idx\` ON \`angebote\` (\`leistung_id\`);`)
  await db.run(sql`CREATE INDEX \`angebote_gebiet_idx\` ON \`angebote\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`angebote_antwort_idx\` ON \`angebote\` (\`antwort\`);`)
  await db.run(sql`CREATE INDEX \`angebote_beginn_beginn_zeitgrenze_idx\` ON \`angebote\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`angebote_ende_ende_zeitgrenze_idx\` ON \`angebote\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`angebote_redaktion_idx\` ON \`angebote\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`angebote_folgenummer_idx\` ON \`angebote\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`angebote_updated_at_idx\` ON \`angebote\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`angebote_created_at_idx\` ON \`angebote\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`vertretungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text,
  	\`vertretene_id\` text NOT NULL,
  	\`vertretung_id\` text NOT NULL,
  	\`beginn\` text NOT NULL,
  	\`ende\` text NOT NULL,
  	\`grund\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`vertretene_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`vertretung_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`vertretungen_vertretene_idx\` ON \`vertretungen\` (\`vertretene_id\`);`)
  await db.run(sql`CREATE INDEX \`vertretungen_vertretung_idx\` ON \`vertretungen\` (\`vertretung_id\`);`)
  await db.run(sql`CREATE INDEX \`vertretungen_updated_at_idx\` ON \`vertretungen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`vertretungen_created_at_idx\` ON \`vertretungen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`protokoll\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`nummer\` numeric NOT NULL,
  	\`schluessel\` text NOT NULL,
  	\`zeitpunkt\` text NOT NULL,
  	\`akt\` text NOT NULL,
  	\`titel\` text,
  	\`gegenstand_art\` text NOT NULL,
  	\`gegenstand_id\` text NOT NULL,
  	\`von\` text NOT NULL,
  	\`von_name\` text,
  	\`in_vertretung_fuer\` text,
  	\`grund\` text,
  	\`redaktion\` text,
  	\`redaktion_name\` text,
  	\`angaben\` text,
  	\`folgenummer\` numeric,
  	\`eintragshash\` text,
  	\`vertraulich\` integer DEFAULT false NOT NULL,
  	\`unter_embargo\` integer,
  	\`vorher\` text NOT NULL,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`protokoll_nummer_idx\` ON \`protokoll\` (\`nummer\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`protokoll_schluessel_idx\` ON \`protokoll\` (\`schluessel\`);`)
  await db.run(sql`CREATE INDEX \`protokoll_zeitpunkt_idx\` ON \`protokoll\` (\`zeitpunkt\`);`)
  await db.run(sql`CREATE INDEX \`protokoll_akt_idx\` ON \`protokoll\` (\`akt\`);`)
  await db.run(sql`CREATE INDEX \`protokoll_gegenstand_id_idx\` ON \`protokoll\` (\`gegenstand_id\`);`)
  await db.run(sql`CREATE INDEX \`protokoll_von_idx\` ON \`protokoll\` (\`von\`);`)
  await db.run(sql`CREATE INDEX \`protokoll_redaktion_idx\` ON \`protokoll\` (\`redaktion\`);`)
  await db.run(sql`CREATE INDEX \`protokoll_folgenummer_idx\` ON \`protokoll\` (\`folgenummer\`);`)
  await db.run(sql`CREATE TABLE \`beteiligungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`fassung\` text NOT NULL,
  	\`redaktion\` text NOT NULL,
  	\`abstimmung\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`beteiligungen_fassung_idx\` ON \`beteiligungen\` (\`fassung\`);`)
  await db.run(sql`CREATE INDEX \`beteiligungen_redaktion_idx\` ON \`beteiligungen\` (\`redaktion\`);`)
  await db.run(sql`CREATE INDEX \`beteiligungen_abstimmung_idx\` ON \`beteiligungen\` (\`abstimmung\`);`)
  await db.run(sql`CREATE TABLE \`kommentare\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`abstimmung\` text NOT NULL,
  	\`fassung\` text NOT NULL,
  	\`modul\` text,
  	\`stelle\` text,
  	\`antwort_auf\` text,
  	\`text\` text NOT NULL,
  	\`redaktion\` text NOT NULL,
  	\`von\` text NOT NULL,
  	\`von_name\` text NOT NULL,
  	\`zeitpunkt\` text NOT NULL,
  	\`redaktion_name\` text NOT NULL,
  	\`erledigt_von_name\` text,
  	\`erledigt_am\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`kommentare_abstimmung_idx\` ON \`kommentare\` (\`abstimmung\`);`)
  await db.run(sql`CREATE INDEX \`kommentare_fassung_idx\` ON \`kommentare\` (\`fassung\`);`)
  await db.run(sql`CREATE INDEX \`kommentare_redaktion_idx\` ON \`kommentare\` (\`redaktion\`);`)
  await db.run(sql`CREATE TABLE \`stimmen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`abstimmung\` text NOT NULL,
  	\`fassung\` text NOT NULL,
  	\`votum\` text NOT NULL,
  	\`grund\` text,
  	\`stand\` text NOT NULL,
  	\`redaktion\` text NOT NULL,
  	\`von\` text NOT NULL,
  	\`von_name\` text NOT NULL,
  	\`zeitpunkt\` text NOT NULL,
  	\`tag\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`stimmen_abstimmung_idx\` ON \`stimmen\` (\`abstimmung\`);`)
  await db.run(sql`CREATE INDEX \`stimmen_fassung_idx\` ON \`stimmen\` (\`fassung\`);`)
  await db.run(sql`CREATE INDEX \`stimmen_redaktion_idx\` ON \`stimmen\` (\`redaktion\`);`)
  await db.run(sql`CREATE TABLE \`einsichten\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`konto\` text NOT NULL,
  	\`fassung\` text NOT NULL,
  	\`stand\` text NOT NULL,
  	\`zeitpunkt\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`einsichten_konto_idx\` ON \`einsichten\` (\`konto\`);`)
  await db.run(sql`CREATE INDEX \`einsichten_fassung_idx\` ON \`einsichten\` (\`fassung\`);`)
  await db.run(sql`CREATE TABLE \`textstaende\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`fassung\` text NOT NULL,
  	\`inhalt\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`textstaende_fassung_idx\` ON \`textstaende\` (\`fassung\`);`)
  await db.run(sql`CREATE TABLE \`elternentscheide\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`reihe\` text NOT NULL,
  	\`fassung_id\` text,
  	\`modul\` text NOT NULL,
  	\`entscheidung\` text NOT NULL,
  	\`grund\` text,
  	\`entwurf_id\` text,
  	\`von_name\` text,
  	\`am\` text NOT NULL,
  	\`von\` text,
  	\`basis\` text NOT NULL,
  	\`neu\` text NOT NULL,
  	\`embargo\` integer,
  	\`redaktion_id\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`fassung_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entwurf_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`elternentscheide_reihe_idx\` ON \`elternentscheide\` (\`reihe\`);`)
  await db.run(sql`CREATE INDEX \`elternentscheide_fassung_idx\` ON \`elternentscheide\` (\`fassung_id\`);`)
  await db.run(sql`CREATE INDEX \`elternentscheide_entwurf_idx\` ON \`elternentscheide\` (\`entwurf_id\`);`)
  await db.run(sql`CREATE INDEX \`elternentscheide_redaktion_idx\` ON \`elternentscheide\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`elternentscheide_updated_at_idx\` ON \`elternentscheide\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`elternentscheide_created_at_idx\` ON \`elternentscheide\` (\`created_at\`);`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`leistungen_id\` text,
  	\`modulsperren_id\` text,
  	\`schweigefristen_id\` text,
  	\`rueckmeldungen_id\` text,
  	\`rechtsnormen_id\` text,
  	\`zeitgrenzen_id\` text,
  	\`fristregeln_id\` text,
  	\`organisationseinheiten_id\` text,
  	\`zustaendigkeiten_id\` text,
  	\`angebote_id\` text,
  	\`onlinedienste_id\` text,
  	\`formulare_id\` text,
  	\`lieferziele_id\` text,
  	\`gebiete_id\` text,
  	\`redaktionen_id\` text,
  	\`users_id\` text,
  	\`vertretungen_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`leistungen_id\`) REFERENCES \`leistungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`modulsperren_id\`) REFERENCES \`modulsperren\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`schweigefristen_id\`) REFERENCES \`schweigefristen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rueckmeldungen_id\`) REFERENCES \`rueckmeldungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rechtsnormen_id\`) REFERENCES \`rechtsnormen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`zeitgrenzen_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fristregeln_id\`) REFERENCES \`fristregeln\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisationseinheiten_id\`) REFERENCES \`organisationseinheiten\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`zustaendigkeiten_id\`) REFERENCES \`zustaendigkeiten\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`angebote_id\`) REFERENCES \`angebote\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`onlinedienste_id\`) REFERENCES \`onlinedienste\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`formulare_id\`) REFERENCES \`formulare\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`lieferziele_id\`) REFERENCES \`lieferziele\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gebiete_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`redaktionen_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`vertretungen_id\`) REFERENCES \`vertretungen\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "leistungen_id", "modulsperren_id", "rechtsnormen_id", "zeitgrenzen_id", "fristregeln_id", "organisationseinheiten_id", "zustaendigkeiten_id", "onlinedienste_id", "formulare_id", "lieferziele_id", "gebiete_id", "redaktionen_id", "users_id") SELECT "id", "order", "parent_id", "path", "leistungen_id", "modulsperren_id", "rechtsnormen_id", "zeitgrenzen_id", "fristregeln_id", "organisationseinheiten_id", "zustaendigkeiten_id", "onlinedienste_id", "formulare_id", "lieferziele_id", "gebiete_id", "redaktionen_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_leistungen_id_idx\` ON \`payload_locked_documents_rels\` (\`leistungen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_modulsperren_id_idx\` ON \`payload_locked_documents_rels\` (\`modulsperren_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_schweigefristen_id_idx\` ON \`payload_locked_documents_rels\` (\`schweigefristen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rueckmeldungen_id_idx\` ON \`payload_locked_documents_rels\` (\`rueckmeldungen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rechtsnormen_id_idx\` ON \`payload_locked_documents_rels\` (\`rechtsnormen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_zeitgrenzen_id_idx\` ON \`payload_locked_documents_rels\` (\`zeitgrenzen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fristregeln_id_idx\` ON \`payload_locked_documents_rels\` (\`fristregeln_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisationseinheiten_id_idx\` ON \`payload_locked_documents_rels\` (\`organisationseinheiten_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_zustaendigkeiten_id_idx\` ON \`payload_locked_documents_rels\` (\`zustaendigkeiten_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_angebote_id_idx\` ON \`payload_locked_documents_rels\` (\`angebote_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_onlinedienste_id_idx\` ON \`payload_locked_documents_rels\` (\`onlinedienste_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_formulare_id_idx\` ON \`payload_locked_documents_rels\` (\`formulare_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_lieferziele_id_idx\` ON \`payload_locked_documents_rels\` (\`lieferziele_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gebiete_id_idx\` ON \`payload_locked_documents_rels\` (\`gebiete_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_redaktionen_id_idx\` ON \`payload_locked_documents_rels\` (\`redaktionen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_vertretungen_id_idx\` ON \`payload_locked_documents_rels\` (\`vertretungen_id\`);`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`aenderungsart\` text DEFAULT 'inhaltlich' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`embargo\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`zugewiesen_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`eilfall\` integer;`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`verfasser\` text;`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`bearbeitungsstand\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`elternkenntnis\` text;`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`uebersetzt_aus\` text;`)
  await db.run(sql`CREATE INDEX \`fassungen_embargo_idx\` ON \`fassungen\` (\`embargo\`);`)
  await db.run(sql`CREATE INDEX \`fassungen_zugewiesen_idx\` ON \`fassungen\` (\`zugewiesen_id\`);`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_aenderungsart\` text DEFAULT 'inhaltlich' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_embargo\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_zugewiesen_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_eilfall\` integer;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_verfasser\` text;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_bearbeitungsstand\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_elternkenntnis\` text;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_uebersetzt_aus\` text;`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_embargo_idx\` ON \`_fassungen_v\` (\`version_embargo\`);`)
  await db.run(sql`CREATE INDEX \`_fassungen_v_version_version_zugewiesen_idx\` ON \`_fassungen_v\` (\`version_zugewiesen_id\`);`)
  await db.run(sql`ALTER TABLE \`modulsperren\` ADD \`titel\` text;`)
  await db.run(sql`ALTER TABLE \`modulsperren\` ADD \`art\` text DEFAULT 'unveraenderlich' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`modulsperren\` ADD \`grund\` text DEFAULT '' NOT NULL;`)
  await db.run(sql`CREATE INDEX \`modulsperren_titel_idx\` ON \`modulsperren\` (\`titel\`);`)
  await db.run(sql`ALTER TABLE \`antraege\` ADD \`embargo\` integer;`)
  await db.run(sql`ALTER TABLE \`benachrichtigungen\` ADD \`vertraulich\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_zeitpunkt_idx\` ON \`benachrichtigungen\` (\`zeitpunkt\`);`)
  await db.run(sql`ALTER TABLE \`ereignisse\` ADD \`eilfall\` integer;`)
  await db.run(sql`ALTER TABLE \`redaktionen\` ADD \`partner_id\` text REFERENCES redaktionen(id);`)
  await db.run(sql`ALTER TABLE \`redaktionen\` ADD \`pruefturnus_monate\` numeric DEFAULT 12;`)
  await db.run(sql`CREATE INDEX \`redaktionen_partner_idx\` ON \`redaktionen\` (\`partner_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`abstimmungen\`;`)
  await db.run(sql`DROP TABLE \`abstimmungen_rels\`;`)
  await db.run(sql`DROP TABLE \`schweigefristen_module\`;`)
  await db.run(sql`DROP TABLE \`schweigefristen\`;`)
  await db.run(sql`DROP TABLE \`rueckmeldungen_module\`;`)
  await db.run(sql`DROP TABLE \`rueckmeldungen\`;`)
  await db.run(sql`DROP TABLE \`ueberpruefungen\`;`)
  await db.run(sql`DROP TABLE \`angebote\`;`)
  await db.run(sql`DROP TABLE \`vertretungen\`;`)
  await db.run(sql`DROP TABLE \`protokoll\`;`)
  await db.run(sql`DROP TABLE \`beteiligungen\`;`)
  await db.run(sql`DROP TABLE \`kommentare\`;`)
  await db.run(sql`DROP TABLE \`stimmen\`;`)
  await db.run(sql`DROP TABLE \`einsichten\`;`)
  await db.run(sql`DROP TABLE \`textstaende\`;`)
  await db.run(sql`DROP TABLE \`elternentscheide\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_fassungen\` (
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
  	\`wiederaufgenommen\` integer,
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
  await db.run(sql`INSERT INTO \`__new_fassungen\`("id", "titel", "zustand", "leistung_id", "ebene", "gebiet_id", "sprache", "variant_von_id", "maschinell", "beginn_art", "beginn_tag", "beginn_zeitgrenze_id", "beginn_versatz", "beginn_tage", "ende_art", "ende_tag", "ende_zeitgrenze_id", "ende_versatz", "ende_tage", "danach", "basis_id", "berichtigt_id", "wiederaufgenommen", "leistungsbezeichnung_text", "leistungsbezeichnung_modus", "leistungsbezeichnung_i_i_text", "leistungsbezeichnung_i_i_modus", "teaser_text", "teaser_modus", "kurztext_text", "kurztext_modus", "volltext_text", "volltext_modus", "voraussetzungen_text", "voraussetzungen_modus", "unterlagen_text", "unterlagen_modus", "verfahrensablauf_text", "verfahrensablauf_modus", "dokumente_text", "dokumente_modus", "kosten_text", "kosten_modus", "frist_text", "frist_modus", "bearbeitungsdauer_text", "bearbeitungsdauer_modus", "handlungsgrundlagen_text", "handlungsgrundlagen_modus", "rechtsbehelf_text", "rechtsbehelf_modus", "fachliche_freigabe_am", "fachliche_freigabe_modus", "formulare_text", "formulare_modus", "weiterfuehrende_informationen_text", "weiterfuehrende_informationen_modus", "hinweise_text", "hinweise_modus", "zustaendige_stelle_text", "zustaendige_stelle_modus", "ansprechpunkt_text", "ansprechpunkt_modus", "urheber_text", "urheber_modus", "begriffe_modus", "auskunftshinweis_text", "auskunftshinweis_modus", "ursprungsportal_modus", "redaktion_id", "folgenummer", "updated_at", "created_at") SELECT "id", "titel", "zustand", "leistung_id", "ebene", "gebiet_id", "sprache", "variant_von_id", "maschinell", "beginn_art", "beginn_tag", "beginn_zeitgrenze_id", "beginn_versatz", "beginn_tage", "ende_art", "ende_tag", "ende_zeitgrenze_id", "ende_versatz", "ende_tage", "danach", "basis_id", "berichtigt_id", "wiederaufgenommen", "leistungsbezeichnung_text", "leistungsbezeichnung_modus", "leistungsbezeichnung_i_i_text", "leistungsbezeichnung_i_i_modus", "teaser_text", "teaser_modus", "kurztext_text", "kurztext_modus", "volltext_text", "volltext_modus", "voraussetzungen_text", "voraussetzungen_modus", "unterlagen_text", "unterlagen_modus", "verfahrensablauf_text", "verfahrensablauf_modus", "dokumente_text", "dokumente_modus", "kosten_text", "kosten_modus", "frist_text", "frist_modus", "bearbeitungsdauer_text", "bearbeitungsdauer_modus", "handlungsgrundlagen_text", "handlungsgrundlagen_modus", "rechtsbehelf_text", "rechtsbehelf_modus", "fachliche_freigabe_am", "fachliche_freigabe_modus", "formulare_text", "formulare_modus", "weiterfuehrende_informationen_text", "weiterfuehrende_informationen_modus", "hinweise_text", "hinweise_modus", "zustaendige_stelle_text", "zustaendige_stelle_modus", "ansprechpunkt_text", "ansprechpunkt_modus", "urheber_text", "urheber_modus", "begriffe_modus", "auskunftshinweis_text", "auskunftshinweis_modus", "ursprungsportal_modus", "redaktion_id", "folgenummer", "updated_at", "created_at" FROM \`fassungen\`;`)
  await db.run(sql`DROP TABLE \`fassungen\`;`)
  await db.run(sql`ALTER TABLE \`__new_fassungen\` RENAME TO \`fassungen\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  await db.run(sql`CREATE TABLE \`__new__fassungen_v\` (
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
  	\`version_wiederaufgenommen\` integer,
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
  await db.run(sql`INSERT INTO \`__new__fassungen_v\`("id", "parent_id", "version_titel", "version_zustand", "version_leistung_id", "version_ebene", "version_gebiet_id", "version_sprache", "version_variant_von_id", "version_maschinell", "version_beginn_art", "version_beginn_tag", "version_beginn_zeitgrenze_id", "version_beginn_versatz", "version_beginn_tage", "version_ende_art", "version_ende_tag", "version_ende_zeitgrenze_id", "version_ende_versatz", "version_ende_tage", "version_danach", "version_basis_id", "version_berichtigt_id", "version_wiederaufgenommen", "version_leistungsbezeichnung_text", "version_leistungsbezeichnung_modus", "version_leistungsbezeichnung_i_i_text", "version_leistungsbezeichnung_i_i_modus", "version_teaser_text", "version_teaser_modus", "version_kurztext_text", "version_kurztext_modus", "version_volltext_text", "version_volltext_modus", "version_voraussetzungen_text", "version_voraussetzungen_modus", "version_unterlagen_text", "version_unterlagen_modus", "version_verfahrensablauf_text", "version_verfahrensablauf_modus", "version_dokumente_text", "version_dokumente_modus", "version_kosten_text", "version_kosten_modus", "version_frist_text", "version_frist_modus", "version_bearbeitungsdauer_text", "version_bearbeitungsdauer_modus", "version_handlungsgrundlagen_text", "version_handlungsgrundlagen_modus", "version_rechtsbehelf_text", "version_rechtsbehelf_modus", "version_fachliche_freigabe_am", "version_fachliche_freigabe_modus", "version_formulare_text", "version_formulare_modus", "version_weiterfuehrende_informationen_text", "version_weiterfuehrende_informationen_modus", "version_hinweise_text", "version_hinweise_modus", "version_zustaendige_stelle_text", "version_zustaendige_stelle_modus", "version_ansprechpunkt_text", "version_ansprechpunkt_modus", "version_urheber_text", "version_urheber_modus", "version_begriffe_modus", "version_auskunftshinweis_text", "version_auskunftshinweis_modus", "version_ursprungsportal_modus", "version_redaktion_id", "version_folgenummer", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_titel", "version_zustand", "version_leistung_id", "version_ebene", "version_gebiet_id", "version_sprache", "version_variant_von_id", "version_maschinell", "version_beginn_art", "version_beginn_tag", "version_beginn_zeitgrenze_id", "version_beginn_versatz", "version_beginn_tage", "version_ende_art", "version_ende_tag", "version_ende_zeitgrenze_id", "version_ende_versatz", "version_ende_tage", "version_danach", "version_basis_id", "version_berichtigt_id", "version_wiederaufgenommen", "version_leistungsbezeichnung_text", "version_leistungsbezeichnung_modus", "version_leistungsbezeichnung_i_i_text", "version_leistungsbezeichnung_i_i_modus", "version_teaser_text", "version_teaser_modus", "version_kurztext_text", "version_kurztext_modus", "version_volltext_text", "version_volltext_modus", "version_voraussetzungen_text", "version_voraussetzungen_modus", "version_unterlagen_text", "version_unterlagen_modus", "version_verfahrensablauf_text", "version_verfahrensablauf_modus", "version_dokumente_text", "version_dokumente_modus", "version_kosten_text", "version_kosten_modus", "version_frist_text", "version_frist_modus", "version_bearbeitungsdauer_text", "version_bearbeitungsdauer_modus", "version_handlungsgrundlagen_text", "version_handlungsgrundlagen_modus", "version_rechtsbehelf_text", "version_rechtsbehelf_modus", "version_fachliche_freigabe_am", "version_fachliche_freigabe_modus", "version_formulare_text", "version_formulare_modus", "version_weiterfuehrende_informationen_text", "version_weiterfuehrende_informationen_modus", "version_hinweise_text", "version_hinweise_modus", "version_zustaendige_stelle_text", "version_zustaendige_stelle_modus", "version_ansprechpunkt_text", "version_ansprechpunkt_modus", "version_urheber_text", "version_urheber_modus", "version_begriffe_modus", "version_auskunftshinweis_text", "version_auskunftshinweis_modus", "version_ursprungsportal_modus", "version_redaktion_id", "version_folgenummer", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_fassungen_v\`;`)
  await db.run(sql`DROP TABLE \`_fassungen_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__fassungen_v\` RENAME TO \`_fassungen_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_redaktionen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`art\` text NOT NULL,
  	\`kalender_version\` numeric DEFAULT 1,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_redaktionen\`("id", "name", "art", "kalender_version", "updated_at", "created_at") SELECT "id", "name", "art", "kalender_version", "updated_at", "created_at" FROM \`redaktionen\`;`)
  await db.run(sql`DROP TABLE \`redaktionen\`;`)
  await db.run(sql`ALTER TABLE \`__new_redaktionen\` RENAME TO \`redaktionen\`;`)
  await db.run(sql`CREATE INDEX \`redaktionen_updated_at_idx\` ON \`redaktionen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`redaktionen_created_at_idx\` ON \`redaktionen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`fassungen_id\` text,
  	\`leistungen_id\` text,
  	\`modulsperren_id\` text,
  	\`rechtsnormen_id\` text,
  	\`zeitgrenzen_id\` text,
  	\`fristregeln_id\` text,
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
  	FOREIGN KEY (\`modulsperren_id\`) REFERENCES \`modulsperren\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rechtsnormen_id\`) REFERENCES \`rechtsnormen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`zeitgrenzen_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fristregeln_id\`) REFERENCES \`fristregeln\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "leistungen_id", "modulsperren_id", "rechtsnormen_id", "zeitgrenzen_id", "fristregeln_id", "organisationseinheiten_id", "zustaendigkeiten_id", "onlinedienste_id", "formulare_id", "lieferziele_id", "gebiete_id", "redaktionen_id", "users_id") SELECT "id", "order", "parent_id", "path", "leistungen_id", "modulsperren_id", "rechtsnormen_id", "zeitgrenzen_id", "fristregeln_id", "organisationseinheiten_id", "zustaendigkeiten_id", "onlinedienste_id", "formulare_id", "lieferziele_id", "gebiete_id", "redaktionen_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fassungen_id_idx\` ON \`payload_locked_documents_rels\` (\`fassungen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_leistungen_id_idx\` ON \`payload_locked_documents_rels\` (\`leistungen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_modulsperren_id_idx\` ON \`payload_locked_documents_rels\` (\`modulsperren_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rechtsnormen_id_idx\` ON \`payload_locked_documents_rels\` (\`rechtsnormen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_zeitgrenzen_id_idx\` ON \`payload_locked_documents_rels\` (\`zeitgrenzen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fristregeln_id_idx\` ON \`payload_locked_documents_rels\` (\`fristregeln_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisationseinheiten_id_idx\` ON \`payload_locked_documents_rels\` (\`organisationseinheiten_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_zustaendigkeiten_id_idx\` ON \`payload_locked_documents_rels\` (\`zustaendigkeiten_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_onlinedienste_id_idx\` ON \`payload_locked_documents_rels\` (\`onlinedienste_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_formulare_id_idx\` ON \`payload_locked_documents_rels\` (\`formulare_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_lieferziele_id_idx\` ON \`payload_locked_documents_rels\` (\`lieferziele_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gebiete_id_idx\` ON \`payload_locked_documents_rels\` (\`gebiete_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_redaktionen_id_idx\` ON \`payload_locked_documents_rels\` (\`redaktionen_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`DROP INDEX \`modulsperren_titel_idx\`;`)
  await db.run(sql`ALTER TABLE \`modulsperren\` DROP COLUMN \`titel\`;`)
  await db.run(sql`ALTER TABLE \`modulsperren\` DROP COLUMN \`art\`;`)
  await db.run(sql`ALTER TABLE \`modulsperren\` DROP COLUMN \`grund\`;`)
  await db.run(sql`DROP INDEX \`benachrichtigungen_zeitpunkt_idx\`;`)
  await db.run(sql`ALTER TABLE \`benachrichtigungen\` DROP COLUMN \`vertraulich\`;`)
  await db.run(sql`ALTER TABLE \`antraege\` DROP COLUMN \`embargo\`;`)
  await db.run(sql`ALTER TABLE \`ereignisse\` DROP COLUMN \`eilfall\`;`)
}
