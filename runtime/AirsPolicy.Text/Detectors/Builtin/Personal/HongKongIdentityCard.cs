using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Hong Kong identity cards: one or two letters, six digits and a check character in brackets: the sum with the weights 9 to 1
/// is a multiple of eleven, a missing first letter counting as 36, A as ten (Immigration Department of Hong Kong, Hong Kong Identity Card
/// (Registration of Persons Regulations, Cap. 177A)).
/// </summary>
[BuiltinDetector("pii.hk_id", Summary = "Finds numbers of Hong Kong identity cards, by their check character.",
    Source = "Immigration Department of Hong Kong, Hong Kong Identity Card (Registration of Persons Regulations, Cap. 177A)")]
internal sealed class HongKongIdentityCard() : IdentifierDetector(
    [new("A999999(X)"), new("AA999999(X)"), new("A999999X", Evidence.Name)],
    "hkid", "identity card", "身份證", "身份证")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[^1] is <= '9' or 'a'
        && (
            CheckDigits.Weighted(id[^8..^1], [8, 7, 6, 5, 4, 3, 2])
            + 9 * (id.Length == 9 ? id[0] - 'a' + 10 : 36)
            + (id[^1] == 'a' ? 10 : id[^1] - '0')
        ) % 11
            == 0;
}
