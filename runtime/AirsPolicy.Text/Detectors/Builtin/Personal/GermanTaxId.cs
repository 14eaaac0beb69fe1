using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// German tax identification numbers: eleven digits that do not begin with 0, of the first ten at most one more than once and that at most
/// three times, with the check digit of ISO/IEC 7064 MOD 11,10 (Bundeszentralamt für Steuern, Steuerliche Identifikationsnummer; ISO/IEC
/// 7064, MOD 11,10).
/// </summary>
[BuiltinDetector("pii.de_tax_id", Summary = "Finds German tax identification numbers, by their check digit.",
    Source = "Bundeszentralamt für Steuern, Steuerliche Identifikationsnummer; ISO/IEC 7064, MOD 11,10")]
internal sealed class GermanTaxId() : IdentifierDetector(
    [new("99~999~999~999"), new("99999999999", Evidence.NameOrAlone)],
    "steuer-id", "steuer id", "steuerid", "idnr", "identifikationsnummer", "tin", "steueridentifikationsnummer", "tax id")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => id[0] != '0' && CheckDigits.Hybrid11(id) && RepeatsAtMostOne(id[..10]);

    private static bool RepeatsAtMostOne(ReadOnlySpan<char> digits)
    {
        var repeated = 0;
        for (var digit = '0'; digit <= '9'; digit++)
        {
            var count = digits.Count(digit);
            if (count > 3 || count > 1 && ++repeated > 1) return false;
        }
        return true;
    }
}
