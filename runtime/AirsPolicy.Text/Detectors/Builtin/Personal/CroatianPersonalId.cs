using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Croatian personal identification numbers (OIB): eleven digits with the check digit of ISO/IEC 7064 MOD 11,10 (Porezna uprava, Osobni
/// identifikacijski broj (Zakon o OIB-u); ISO/IEC 7064, MOD 11,10).
/// </summary>
[BuiltinDetector(
    "pii.hr_oib",
    Summary = "Finds Croatian personal identification numbers (OIB) that carry their country or are named, by their check digit.",
    Source = "Porezna uprava, Osobni identifikacijski broj (Zakon o OIB-u); ISO/IEC 7064, MOD 11,10"
)]
internal sealed class CroatianPersonalId()
    : IdentifierDetector([new("hr99999999999"), new("99999999999", Evidence.Name)], "oib", "osobni identifikacijski")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => CheckDigits.Hybrid11(id[^11..]);
}
