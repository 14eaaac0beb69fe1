using AirsPolicy.Collections;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>
/// The catalogue ids that a declaration claims, each once, in the order written. They are carried as they stand: what they mean is for the
/// catalogue to say.
/// </summary>
internal static class CatalogueIds
{
    public static ValueList<string> Satisfied(IEnumerable<MemberSyntax> members) =>
        members.Any(member => member is SatisfiesMemberSyntax)
            ? Of(members.OfType<SatisfiesMemberSyntax>().SelectMany(member => member.Ids))
            : [];

    public static ValueList<string> Mitigated(IEnumerable<MemberSyntax> members) =>
        members.Any(member => member is MitigatesMemberSyntax)
            ? Of(members.OfType<MitigatesMemberSyntax>().SelectMany(member => member.Ids))
            : [];

    private static ValueList<string> Of(IEnumerable<SyntaxToken> ids) =>
        ids.Where(id => !id.IsMissing).Select(id => id.Text).Distinct(StringComparer.Ordinal).ToValueList();
}
