import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`modulsperren_module\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`modulsperren\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`modulsperren_module_order_idx\` ON \`modulsperren_module\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_module_parent_idx\` ON \`modulsperren_module\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`modulsperren\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`leistung_id\` text NOT NULL,
  	\`ebene\` text DEFAULT 'land' NOT NULL,
  	\`gebiet_id\` text NOT NULL,
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
  await db.run(sql`CREATE INDEX \`modulsperren_leistung_idx\` ON \`modulsperren\` (\`leistung_id\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_gebiet_idx\` ON \`modulsperren\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_beginn_beginn_zeitgrenze_idx\` ON \`modulsperren\` (\`beginn_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_ende_ende_zeitgrenze_idx\` ON \`modulsperren\` (\`ende_zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_redaktion_idx\` ON \`modulsperren\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_folgenummer_idx\` ON \`modulsperren\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_updated_at_idx\` ON \`modulsperren\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`modulsperren_created_at_idx\` ON \`modulsperren\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`zeitgrenzen_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`gebiete_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gebiete_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_rels_order_idx\` ON \`zeitgrenzen_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_rels_parent_idx\` ON \`zeitgrenzen_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_rels_path_idx\` ON \`zeitgrenzen_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`zeitgrenzen_rels_gebiete_id_idx\` ON \`zeitgrenzen_rels\` (\`gebiete_id\`);`)
  await db.run(sql`CREATE TABLE \`fristregeln\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`titel\` text NOT NULL,
  	\`normgeber\` text NOT NULL,
  	\`gebiet_id\` text,
  	\`klausel\` text NOT NULL,
  	\`anzahl\` numeric,
  	\`bekanntmachungsform\` text,
  	\`aushangtage\` numeric,
  	\`quelle\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`gebiet_id\`) REFERENCES \`gebiete\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`fristregeln_gebiet_idx\` ON \`fristregeln\` (\`gebiet_id\`);`)
  await db.run(sql`CREATE INDEX \`fristregeln_updated_at_idx\` ON \`fristregeln\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`fristregeln_created_at_idx\` ON \`fristregeln\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`antraege\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`gegenstand\` text NOT NULL,
  	\`art\` text NOT NULL,
  	\`fassung_id\` text,
  	\`zeitgrenze_id\` text,
  	\`umfang\` text,
  	\`angaben\` text,
  	\`grund\` text NOT NULL,
  	\`von\` text NOT NULL,
  	\`von_name\` text,
  	\`gestellt_am\` text NOT NULL,
  	\`zustand\` text DEFAULT 'offen' NOT NULL,
  	\`entschieden_von_name\` text,
  	\`entschieden_am\` text,
  	\`redaktion_id\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`fassung_id\`) REFERENCES \`fassungen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`zeitgrenze_id\`) REFERENCES \`zeitgrenzen\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`antraege_fassung_idx\` ON \`antraege\` (\`fassung_id\`);`)
  await db.run(sql`CREATE INDEX \`antraege_zeitgrenze_idx\` ON \`antraege\` (\`zeitgrenze_id\`);`)
  await db.run(sql`CREATE INDEX \`antraege_zustand_idx\` ON \`antraege\` (\`zustand\`);`)
  await db.run(sql`CREATE INDEX \`antraege_redaktion_idx\` ON \`antraege\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`antraege_updated_at_idx\` ON \`antraege\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`antraege_created_at_idx\` ON \`antraege\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`befunde\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`schwere\` text NOT NULL,
  	\`gegenstand\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`seit\` text,
  	\`ziel\` text NOT NULL,
  	\`zustand\` text DEFAULT 'offen' NOT NULL,
  	\`gefunden_am\` text NOT NULL,
  	\`grund\` text,
  	\`entschieden_von_name\` text,
  	\`entschieden_am\` text,
  	\`redaktion_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`befunde_code_idx\` ON \`befunde\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`befunde_zustand_idx\` ON \`befunde\` (\`zustand\`);`)
  await db.run(sql`CREATE INDEX \`befunde_redaktion_idx\` ON \`befunde\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`befunde_updated_at_idx\` ON \`befunde\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`befunde_created_at_idx\` ON \`befunde\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`benachrichtigungen\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`folgenummer\` numeric NOT NULL,
  	\`titel\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`ziel\` text NOT NULL,
  	\`zeitpunkt\` text NOT NULL,
  	\`versendet_am\` text,
  	\`redaktion_id\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`redaktion_id\`) REFERENCES \`redaktionen\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_folgenummer_idx\` ON \`benachrichtigungen\` (\`folgenummer\`);`)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_redaktion_idx\` ON \`benachrichtigungen\` (\`redaktion_id\`);`)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_updated_at_idx\` ON \`benachrichtigungen\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_created_at_idx\` ON \`benachrichtigungen\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`benachrichtigungen_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`benachrichtigungen\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_rels_order_idx\` ON \`benachrichtigungen_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_rels_parent_idx\` ON \`benachrichtigungen_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_rels_path_idx\` ON \`benachrichtigungen_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`benachrichtigungen_rels_users_id_idx\` ON \`benachrichtigungen_rels\` (\`users_id\`);`)
  await db.run(sql`ALTER TABLE \`fassungen\` ADD \`wiederaufgenommen\` integer;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` ADD \`version_wiederaufgenommen\` integer;`)
  await db.run(sql`ALTER TABLE \`rechtsnormen\` ADD \`bekanntmachungsform\` text;`)
  await db.run(sql`ALTER TABLE \`rechtsnormen\` ADD \`vollendet_am\` text;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` ADD \`absagegrund\` text;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` ADD \`teile\` text;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` ADD \`klausel_art\` text;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` ADD \`klausel_tag\` text;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` ADD \`klausel_anzahl\` numeric;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` ADD \`klausel_lesart\` text;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` ADD \`rueckwirkend\` text;`)
  await db.run(sql`ALTER TABLE \`ereignisse\` ADD \`bestaetigt_von\` text;`)
  await db.run(sql`ALTER TABLE \`ereignisse\` ADD \`bestaetigt_von_name\` text;`)
  await db.run(sql`ALTER TABLE \`redaktionen\` ADD \`kalender_version\` numeric DEFAULT 1;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_benachrichtigung\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`modulsperren_id\` text REFERENCES modulsperren(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`fristregeln_id\` text REFERENCES fristregeln(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_modulsperren_id_idx\` ON \`payload_locked_documents_rels\` (\`modulsperren_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fristregeln_id_idx\` ON \`payload_locked_documents_rels\` (\`fristregeln_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`modulsperren_module\`;`)
  await db.run(sql`DROP TABLE \`modulsperren\`;`)
  await db.run(sql`DROP TABLE \`zeitgrenzen_rels\`;`)
  await db.run(sql`DROP TABLE \`fristregeln\`;`)
  await db.run(sql`DROP TABLE \`antraege\`;`)
  await db.run(sql`DROP TABLE \`befunde\`;`)
  await db.run(sql`DROP TABLE \`benachrichtigungen\`;`)
  await db.run(sql`DROP TABLE \`benachrichtigungen_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "fassungen_id", "leistungen_id", "rechtsnormen_id", "zeitgrenzen_id", "organisationseinheiten_id", "zustaendigkeiten_id", "onlinedienste_id", "formulare_id", "lieferziele_id", "gebiete_id", "redaktionen_id", "users_id") SELECT "id", "order", "parent_id", "path", "fassungen_id", "leistungen_id", "rechtsnormen_id", "zeitgrenzen_id", "organisationseinheiten_id", "zustaendigkeiten_id", "onlinedienste_id", "formulare_id", "lieferziele_id", "gebiete_id", "redaktionen_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  await db.run(sql`ALTER TABLE \`fassungen\` DROP COLUMN \`wiederaufgenommen\`;`)
  await db.run(sql`ALTER TABLE \`_fassungen_v\` DROP COLUMN \`version_wiederaufgenommen\`;`)
  await db.run(sql`ALTER TABLE \`rechtsnormen\` DROP COLUMN \`bekanntmachungsform\`;`)
  await db.run(sql`ALTER TABLE \`rechtsnormen\` DROP COLUMN \`vollendet_am\`;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` DROP COLUMN \`absagegrund\`;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` DROP COLUMN \`teile\`;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` DROP COLUMN \`klausel_art\`;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` DROP COLUMN \`klausel_tag\`;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` DROP COLUMN \`klausel_anzahl\`;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` DROP COLUMN \`klausel_lesart\`;`)
  await db.run(sql`ALTER TABLE \`zeitgrenzen\` DROP COLUMN \`rueckwirkend\`;`)
  await db.run(sql`ALTER TABLE \`ereignisse\` DROP COLUMN \`bestaetigt_von\`;`)
  await db.run(sql`ALTER TABLE \`ereignisse\` DROP COLUMN \`bestaetigt_von_name\`;`)
  await db.run(sql`ALTER TABLE \`redaktionen\` DROP COLUMN \`kalender_version\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_benachrichtigung\`;`)
}
