import { ZustandCell as ZustandCell_5c4728aa0044770690b3cf65bec44a2a } from '../../../../src/app/components/ZustandCell.tsx'
import { KontoField as KontoField_4b1b2336ababc1f18e8f9e2c553e35e1 } from '../../../../src/app/components/KontoField.tsx'
import { Ueberpruefung as Ueberpruefung_88fa43671771076bdbc5ad27a23d11bf } from '../../../../src/app/components/Ueberpruefung.tsx'
import { Protokollverweis as Protokollverweis_ccd53c51cbd869b2a3b149a0ebce2a15 } from '../../../../src/app/components/protokoll/Protokollverweis.tsx'
import { DayCell as DayCell_d604fccdcbb9312f23791b35f6e2f9a2 } from '../../../../src/app/components/DayCell.tsx'
import { SprachlageCell as SprachlageCell_8dcb8f27bb7b8ca4a35b14c3cbe36de4 } from '../../../../src/app/components/sprachfassung/SprachlageCell.tsx'
import { Sprachfassungen as Sprachfassungen_05ce5d2066d427f4b2b09c922cded500 } from '../../../../src/app/components/sprachfassung/Sprachfassungen.tsx'
import { FassungLage as FassungLage_abe6ed5dbd08a973591f9c2fb92894be } from '../../../../src/app/components/FassungLage.tsx'
import { Sperrhinweis as Sperrhinweis_41313de615ed2f01c96545829a4dbbb3 } from '../../../../src/app/components/Sperrhinweis.tsx'
import { Spaltenstand as Spaltenstand_c2b2ad35c74ee0a55bef676762d8fd0e } from '../../../../src/app/components/spalten/Spaltenstand.tsx'
import { DayTextCell as DayTextCell_702f56d18ccddaabc20dfb2ec60a958b } from '../../../../src/app/components/DayTextCell.tsx'
import { DayField as DayField_032bf520985046b6fa39595de6b53114 } from '../../../../src/app/components/DayField.tsx'
import { Geerbt as Geerbt_08600aa0ff76375558dabc6bfe57641f } from '../../../../src/app/components/spalten/Geerbt.tsx'
import { Sprachvorlage as Sprachvorlage_f02d525fdbd13ec16ae7be3a1a04ab4f } from '../../../../src/app/components/sprachfassung/Sprachvorlage.tsx'
import { Ergebnis as Ergebnis_58648927d71637c6f44946fa593f4a45 } from '../../../../src/app/components/spalten/Ergebnis.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowLabel as RowLabel_79019fdab9d3f71fd14429e6b015f522 } from '../../../../src/app/components/RowLabel.tsx'
import { Sammelleiste as Sammelleiste_e7255d810a141af31802e74f6d133dd5 } from '../../../../src/app/components/sammel/Sammelleiste.tsx'
import { FassungActions as FassungActions_0af3556e427f7145786ca823ab825c20 } from '../../../../src/app/components/FassungActions.tsx'
import { Speichern as Speichern_36374ed887407e442b0a3901ab2984ee } from '../../../../src/app/components/mitschreiben/Speichern.tsx'
import { FristCell as FristCell_72bd350d9697760f527e5f6579ef05c6 } from '../../../../src/app/components/abstimmung/FristCell.tsx'
import { ZeitpunktCell as ZeitpunktCell_aebace73ccaaaac62be0fa0926ff895f } from '../../../../src/app/components/ZeitpunktCell.tsx'
import { ZeitpunktField as ZeitpunktField_45731676721b27c076e6aa29ebdf8ec2 } from '../../../../src/app/components/ZeitpunktField.tsx'
import { AbstimmungEroeffnenLink as AbstimmungEroeffnenLink_d48b7b2a8b5824a05a8f23df184fc347 } from '../../../../src/app/components/abstimmung/Eroeffnen.tsx'
import { AbstimmungView as AbstimmungView_5b003993d917eeab8b2b92164f546602 } from '../../../../src/app/components/abstimmung/Abstimmungsseite.tsx'
import { Zeitband as Zeitband_8b36445afd181876fe734e9ca2d8c2d8 } from '../../../../src/app/components/zeitband/Zeitband.tsx'
import { SchweigefristAntwort as SchweigefristAntwort_f16e3aa8329e7f292b06eb53efffd109 } from '../../../../src/app/components/SchweigefristAntwort.tsx'
import { LoggedSelect as LoggedSelect_ed40fde3da423cbf2897655855459457 } from '../../../../src/app/components/LoggedFields.tsx'
import { LoggedDay as LoggedDay_ed40fde3da423cbf2897655855459457 } from '../../../../src/app/components/LoggedFields.tsx'
import { LoggedText as LoggedText_ed40fde3da423cbf2897655855459457 } from '../../../../src/app/components/LoggedFields.tsx'
import { Klauselrechner as Klauselrechner_b91323b257bd84467cb2a7cb369098a6 } from '../../../../src/app/components/Klauselrechner.tsx'
import { ZeitgrenzeActions as ZeitgrenzeActions_8149621f7f521bebfca8385dfca5e06e } from '../../../../src/app/components/ZeitgrenzeActions.tsx'
import { AntragVorschau as AntragVorschau_615d48c3e98237ebe44176fbb6a57530 } from '../../../../src/app/components/AntragActions.tsx'
import { AntragActions as AntragActions_615d48c3e98237ebe44176fbb6a57530 } from '../../../../src/app/components/AntragActions.tsx'
import { Kalenderadresse as Kalenderadresse_2c90837f2d3d52d070fafe3a22e19104 } from '../../../../src/app/components/Kalenderadresse.tsx'
import { AktCell as AktCell_5afe3a1eb2941cb978d0a732c11aabac } from '../../../../src/app/components/protokoll/AktCell.tsx'
import { Protokollfilter as Protokollfilter_305b9edab96d4ff00d138336f9fe05b6 } from '../../../../src/app/components/protokoll/Protokollfilter.tsx'
import { Icon as Icon_25d0ca362baa84a6866c6611386f5edd } from '../../../../src/app/components/Logo.tsx'
import { Logo as Logo_25d0ca362baa84a6866c6611386f5edd } from '../../../../src/app/components/Logo.tsx'
import { Glocke as Glocke_3149c78d5211d583e7ab8aae4f0665ab } from '../../../../src/app/components/Glocke.tsx'
import { Start as Start_4218adadf9fa412597aa3aa080b1c2bf } from '../../../../src/app/components/Start.tsx'
import { OhneMail as OhneMail_96f78335aa23aa8f16cbb239c0e3ff37 } from '../../../../src/app/components/OhneMail.tsx'
import { Navigation as Navigation_147e1143525127c0bf46cb1a585d646f } from '../../../../src/app/components/Navigation.tsx'
import { AbstimmungEroeffnen as AbstimmungEroeffnen_d48b7b2a8b5824a05a8f23df184fc347 } from '../../../../src/app/components/abstimmung/Eroeffnen.tsx'
import { Arbeitsliste as Arbeitsliste_561da8f01aa423bf8878a8d43e500754 } from '../../../../src/app/components/arbeitsliste/Arbeitsliste.tsx'
import { AngeboteKlaeren as AngeboteKlaeren_456d6f12891a9c3160d15c5908fe0f17 } from '../../../../src/app/components/angebote/AngeboteKlaeren.tsx'
import { NachweisView as NachweisView_911ea993e10054000bd5ff46b39004ff } from '../../../../src/app/components/nachweis/Nachweis.tsx'
import { Stichtagskalender as Stichtagskalender_bdfe3b65111721b47a674a96b3abf1f7 } from '../../../../src/app/components/kalender/Stichtagskalender.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/app/components/ZustandCell.tsx#ZustandCell": ZustandCell_5c4728aa0044770690b3cf65bec44a2a,
  "/src/app/components/KontoField.tsx#KontoField": KontoField_4b1b2336ababc1f18e8f9e2c553e35e1,
  "/src/app/components/Ueberpruefung.tsx#Ueberpruefung": Ueberpruefung_88fa43671771076bdbc5ad27a23d11bf,
  "/src/app/components/protokoll/Protokollverweis.tsx#Protokollverweis": Protokollverweis_ccd53c51cbd869b2a3b149a0ebce2a15,
  "/src/app/components/DayCell.tsx#DayCell": DayCell_d604fccdcbb9312f23791b35f6e2f9a2,
  "/src/app/components/sprachfassung/SprachlageCell.tsx#SprachlageCell": SprachlageCell_8dcb8f27bb7b8ca4a35b14c3cbe36de4,
  "/src/app/components/sprachfassung/Sprachfassungen.tsx#Sprachfassungen": Sprachfassungen_05ce5d2066d427f4b2b09c922cded500,
  "/src/app/components/FassungLage.tsx#FassungLage": FassungLage_abe6ed5dbd08a973591f9c2fb92894be,
  "/src/app/components/Sperrhinweis.tsx#Sperrhinweis": Sperrhinweis_41313de615ed2f01c96545829a4dbbb3,
  "/src/app/components/spalten/Spaltenstand.tsx#Spaltenstand": Spaltenstand_c2b2ad35c74ee0a55bef676762d8fd0e,
  "/src/app/components/DayTextCell.tsx#DayTextCell": DayTextCell_702f56d18ccddaabc20dfb2ec60a958b,
  "/src/app/components/DayField.tsx#DayField": DayField_032bf520985046b6fa39595de6b53114,
  "/src/app/components/spalten/Geerbt.tsx#Geerbt": Geerbt_08600aa0ff76375558dabc6bfe57641f,
  "/src/app/components/sprachfassung/Sprachvorlage.tsx#Sprachvorlage": Sprachvorlage_f02d525fdbd13ec16ae7be3a1a04ab4f,
  "/src/app/components/spalten/Ergebnis.tsx#Ergebnis": Ergebnis_58648927d71637c6f44946fa593f4a45,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/app/components/RowLabel.tsx#RowLabel": RowLabel_79019fdab9d3f71fd14429e6b015f522,
  "/src/app/components/sammel/Sammelleiste.tsx#Sammelleiste": Sammelleiste_e7255d810a141af31802e74f6d133dd5,
  "/src/app/components/FassungActions.tsx#FassungActions": FassungActions_0af3556e427f7145786ca823ab825c20,
  "/src/app/components/mitschreiben/Speichern.tsx#Speichern": Speichern_36374ed887407e442b0a3901ab2984ee,
  "/src/app/components/abstimmung/FristCell.tsx#FristCell": FristCell_72bd350d9697760f527e5f6579ef05c6,
  "/src/app/components/ZeitpunktCell.tsx#ZeitpunktCell": ZeitpunktCell_aebace73ccaaaac62be0fa0926ff895f,
  "/src/app/components/ZeitpunktField.tsx#ZeitpunktField": ZeitpunktField_45731676721b27c076e6aa29ebdf8ec2,
  "/src/app/components/abstimmung/Eroeffnen.tsx#AbstimmungEroeffnenLink": AbstimmungEroeffnenLink_d48b7b2a8b5824a05a8f23df184fc347,
  "/src/app/components/abstimmung/Abstimmungsseite.tsx#AbstimmungView": AbstimmungView_5b003993d917eeab8b2b92164f546602,
  "/src/app/components/zeitband/Zeitband.tsx#Zeitband": Zeitband_8b36445afd181876fe734e9ca2d8c2d8,
  "/src/app/components/SchweigefristAntwort.tsx#SchweigefristAntwort": SchweigefristAntwort_f16e3aa8329e7f292b06eb53efffd109,
  "/src/app/components/LoggedFields.tsx#LoggedSelect": LoggedSelect_ed40fde3da423cbf2897655855459457,
  "/src/app/components/LoggedFields.tsx#LoggedDay": LoggedDay_ed40fde3da423cbf2897655855459457,
  "/src/app/components/LoggedFields.tsx#LoggedText": LoggedText_ed40fde3da423cbf2897655855459457,
  "/src/app/components/Klauselrechner.tsx#Klauselrechner": Klauselrechner_b91323b257bd84467cb2a7cb369098a6,
  "/src/app/components/ZeitgrenzeActions.tsx#ZeitgrenzeActions": ZeitgrenzeActions_8149621f7f521bebfca8385dfca5e06e,
  "/src/app/components/AntragActions.tsx#AntragVorschau": AntragVorschau_615d48c3e98237ebe44176fbb6a57530,
  "/src/app/components/AntragActions.tsx#AntragActions": AntragActions_615d48c3e98237ebe44176fbb6a57530,
  "/src/app/components/Kalenderadresse.tsx#Kalenderadresse": Kalenderadresse_2c90837f2d3d52d070fafe3a22e19104,
  "/src/app/components/protokoll/AktCell.tsx#AktCell": AktCell_5afe3a1eb2941cb978d0a732c11aabac,
  "/src/app/components/protokoll/Protokollfilter.tsx#Protokollfilter": Protokollfilter_305b9edab96d4ff00d138336f9fe05b6,
  "/src/app/components/Logo.tsx#Icon": Icon_25d0ca362baa84a6866c6611386f5edd,
  "/src/app/components/Logo.tsx#Logo": Logo_25d0ca362baa84a6866c6611386f5edd,
  "/src/app/components/Glocke.tsx#Glocke": Glocke_3149c78d5211d583e7ab8aae4f0665ab,
  "/src/app/components/Start.tsx#Start": Start_4218adadf9fa412597aa3aa080b1c2bf,
  "/src/app/components/OhneMail.tsx#OhneMail": OhneMail_96f78335aa23aa8f16cbb239c0e3ff37,
  "/src/app/components/Navigation.tsx#Navigation": Navigation_147e1143525127c0bf46cb1a585d646f,
  "/src/app/components/abstimmung/Eroeffnen.tsx#AbstimmungEroeffnen": AbstimmungEroeffnen_d48b7b2a8b5824a05a8f23df184fc347,
  "/src/app/components/arbeitsliste/Arbeitsliste.tsx#Arbeitsliste": Arbeitsliste_561da8f01aa423bf8878a8d43e500754,
  "/src/app/components/angebote/AngeboteKlaeren.tsx#AngeboteKlaeren": AngeboteKlaeren_456d6f12891a9c3160d15c5908fe0f17,
  "/src/app/components/nachweis/Nachweis.tsx#NachweisView": NachweisView_911ea993e10054000bd5ff46b39004ff,
  "/src/app/components/kalender/Stichtagskalender.tsx#Stichtagskalender": Stichtagskalender_bdfe3b65111721b47a674a96b3abf1f7,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
