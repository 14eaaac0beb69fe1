using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Philippine tax identification numbers: eight digits, a check digit (the sum with the weights 9 to 2, modulo eleven) and perhaps three or
/// more of the branch (Bureau of Internal Revenue, Tax Identification Number (National Internal Revenue Code, section 236)).
/// </summary>
[BuiltinDetector(
    "pii.ph_tin",
    Summary = "Finds Philippine tax identification numbers that are named as such, by their check digit.",
    Source = "Bureau of Internal Revenue, Tax Identification Number (National Internal Revenue Code, section 236)"
)]
internal sealed class PhilippineTaxNumber()
    : IdentifierDetector(
        [
            new("999-999-999-999", Evidence.Name),
            new("999-999-999", Evidence.Name),
            new("999-999-999-99999", Evidence.Name),
            new("999999999", Evidence.Name),
            new("999999999999", Evidence.Name),
        ],
        "tin",
        "bir",
        "tax identification")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && CheckDigits.Weighted(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 == id[8] - '0';
}
