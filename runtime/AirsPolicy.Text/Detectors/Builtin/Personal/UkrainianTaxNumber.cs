using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Ukrainian taxpayer card numbers: the days since 31 December 1899, four digits, and the sum with the weights -1, 5, 7, 9, 4, 6, 10, 5, 7,
/// modulo eleven and ten (Державна податкова служба України, РНОКПП).
/// </summary>
[BuiltinDetector("pii.ua_rnokpp", Summary = "Finds Ukrainian taxpayer card numbers that are named as such, by their check digit.",
    Source = "Державна податкова служба України, РНОКПП")]
internal sealed class UkrainianTaxNumber() : IdentifierDetector(
    [new("9999999999", Evidence.Name)],
    "рнокпп", "іпн", "ідентифікаційний", "rnokpp")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        (CheckDigits.Weighted(id, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11 + 11) % 11 % 10 == id[9] - '0';
}
