using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Model.Origins;

/// <summary>
/// A label, which a session carries from the result of one of its tools on, or from a decision that went on with the effect <c>label</c>.
/// Labels of one name are one label, whichever packages declare them. What follows where it reaches something stands in controls, whose
/// conditions are <see cref="CarriesLabelExpression"/>s.
/// </summary>
/// <param name="Name">Its name without that of its package.</param>
/// <param name="Tools">The tools whose results carry it, by their name in the language, ordered.</param>
public sealed record LabelModel(string Name, ValueList<string> Tools)
{
    /// <summary>
    /// Whether an expression reads the labels of the session among the facts (<c>session.labels</c>), by themselves or with the whole
    /// session.
    /// </summary>
    public static bool IsRead(Expression expression) => expression is PathExpression { Path: ["session"] or ["session", "labels", ..] };

    /// <summary>The label that a qualified name leads to.</summary>
    public static string NameOf(string qualified) => qualified[(qualified.LastIndexOf('.') + 1)..];
}
