using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>A table that has been bound, by the places of its key's names; nothing where a name is left out.</summary>
/// <param name="Key">What it is looked up by.</param>
/// <param name="Names">The names that this can have.</param>
/// <param name="Values">What it gives for each.</param>
internal sealed record BoundTable<TValue>(Expression Key, EnumShape Names, TValue?[] Values)
    where TValue : class
{
    /// <summary>The place of the key, where it is known when the policy is compiled.</summary>
    public int? Known => Key is ConstantExpression { Value: long known } ? (int)known : null;

    /// <summary>The name that the table has to give something for and does not, or null.</summary>
    public string? Gap
    {
        get
        {
            var gap = Known is { } known ? Values[known] is null ? known : -1 : Array.FindIndex(Values, value => value is null);
            return gap < 0 ? null : Names.Names[gap];
        }
    }
}
