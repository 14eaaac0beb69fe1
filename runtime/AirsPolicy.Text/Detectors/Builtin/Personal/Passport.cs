using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>Passports of any state that a word for them names: up to nine letters and digits, at least five of them digits.</summary>
[BuiltinDetector(
    "pii.passport",
    Summary = "Finds numbers of passports that are named as such.",
    Source = "ICAO Doc 9303, Machine Readable Travel Documents, part 4: the document number has up to nine characters"
)]
internal sealed class Passport()
    : NamedValueDetector(
        5,
        (6, 9),
        4,
        "passport",
        "passport number",
        "passport no",
        "reisepass",
        "reisepassnummer",
        "passeport",
        "pasaporte",
        "passaporto",
        "passaporte",
        "paspoort",
        "passnummer",
        "pas nr",
        "paszport",
        "paszportu",
        "pasnummer",
        "passin numero",
        "passinumero",
        "pass nr",
        "pass no",
        "pașaport",
        "cestovní pas",
        "číslo pasu",
        "útlevél",
        "putovnica",
        "διαβατήριο",
        "hộ chiếu",
        "paspor",
        "הדרכון",
        "דרכון",
        "جواز",
        "पासपोर्ट",
        "หนังสือเดินทาง",
        "護照",
        "pasaport",
        "паспорт",
        "护照",
        "パスポート",
        "여권");
