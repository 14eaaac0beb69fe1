using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What the facts of <c>recovery</c> ask for.</summary>
/// <param name="Action">What is to be done, or null where they do not say it.</param>
/// <param name="Id">To which chart or breaker.</param>
/// <param name="Key">For which key.</param>
/// <param name="IsPerson">A person asks.</param>
/// <param name="Roles">The roles of who asks.</param>
internal sealed record RecoveryRequest(string? Action, string? Id, string? Key, bool IsPerson, IReadOnlyList<string> Roles)
{
    public static RecoveryRequest Of(FactSource facts) => new(
        NameAt(facts, "recovery", "action"),
        (facts.Read(["recovery", "id"]) as TextValue)?.Text,
        (facts.Read(["recovery", "key"]) as TextValue)?.Text,
        NameAt(facts, "approver", "kind") == "person",
        facts.Read(["approver", "roles"]) is ListValue roles ? [.. roles.Items.OfType<TextValue>().Select(role => role.Text)] : []);

    private static string? NameAt(FactSource facts, params string[] path) =>
        facts.Read([.. path]) is NumberValue name && facts.Find([.. path])!.Shape is EnumShape names ? names.Names[(int)name.Number] : null;
}
