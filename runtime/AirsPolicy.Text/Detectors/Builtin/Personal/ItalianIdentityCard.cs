using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Italian identity cards: on paper two letters and seven digits, electronic ones first seven digits and two letters, now CA,
/// five digits and two letters (Ministero dell'Interno, Carta di identità elettronica).
/// </summary>
[BuiltinDetector(
    "pii.it_id_card",
    Summary = "Finds numbers of Italian identity cards.",
    Source = "Ministero dell'Interno, Carta di identità elettronica, https://www.cartaidentita.interno.gov.it/"
)]
internal sealed class ItalianIdentityCard()
    : IdentifierDetector(
        [
            new("AA9999999", Evidence.NameOrAlone),
            new("AA 9999999", Evidence.NameOrAlone),
            new("9999999AA", Evidence.NameOrAlone),
            new("ca99999AA"),
        ],
        "carta di identità",
        "carta d'identità",
        "carta identità",
        "identity card")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => true;
}
