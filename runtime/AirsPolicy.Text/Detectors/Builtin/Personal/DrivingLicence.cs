using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>Driving licences of any issuer that a word for them names: states and countries each have a form of their own.</summary>
[BuiltinDetector(
    "pii.driving_licence",
    Summary = "Finds numbers of driving licences that are named as such.",
    Source = "ISO/IEC 18013-1, Driving licence; AAMVA DL/ID Card Design Standard, element DAQ"
)]
internal sealed class DrivingLicence()
    : NamedValueDetector(
        5,
        (5, 18),
        9,
        "driver license",
        "driver's license",
        "drivers license",
        "driver\u2019s license",
        "driver licence",
        "driver's licence",
        "driving licence",
        "driving license",
        "dl number",
        "dl no",
        "dl#",
        "licence number",
        "license number",
        "führerschein",
        "permis de conduire",
        "permiso de conducir",
        "licencia de conducir",
        "patente di guida",
        "carta de condução",
        "rijbewijs",
        "prawo jazdy",
        "körkort");
