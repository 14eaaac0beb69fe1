using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Functions;

/// <summary>
/// The functions of the language, found by their attribute. For compilers and interpreters; emitted code calls the methods themselves.
/// </summary>
public static class BuiltinFunctions
{
    /// <summary>
    /// What a function gives where its result is more than a rule may work out: the rule fails with
    /// <see cref="Decisions.FailureKind.OverLimit"/>.
    /// </summary>
    public const long OverLimit = -1;

    /// <summary>All forms, ordered by id.</summary>
    public static ValueList<BuiltinFunction> All { get; } = Find();

    /// <summary>The form of that id, or null.</summary>
    public static BuiltinFunction? Find(string id)
    {
        foreach (var function in All)
        {
            if (string.Equals(function.Id, id, StringComparison.Ordinal))
                return function;
        }
        return null;
    }

    /// <summary>
    /// The form of a function for a value of a shape: a rule at several tools is bound once, and what its whole arguments are depends on
    /// the tool.
    /// </summary>
    /// <param name="function">The form that the rule was bound with.</param>
    /// <param name="shape">The shape of the value at hand.</param>
    /// <returns>The form that takes the value; <paramref name="function"/> where it does, or where no form does.</returns>
    public static BuiltinFunction FormOf(BuiltinFunction function, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(function);
        var kind = KindOf(shape) ?? function.Parameter;
        return kind == function.Parameter
            ? function
            : All.FirstOrDefault(form => form.Name == function.Name && form.Parameter == kind) ?? function;
    }

    private static BuiltinKind? KindOf(Shape shape) => shape switch
    {
        RestrictedShape restricted => KindOf(restricted.Inner),
        TextShape => BuiltinKind.Text,
        ListShape => BuiltinKind.List,
        RecordShape => BuiltinKind.Record,
        AnyShape => BuiltinKind.Any,
        _ => null,
    };

    private static ValueList<BuiltinFunction> Find() =>
        Of(typeof(TextFunctions))
            .Concat(Of(typeof(ComparingFunctions)))
            .Concat(Of(typeof(ListFunctions)))
            .Concat(Of(typeof(RecordFunctions)))
            .Concat(Of(typeof(AnyFunctions)))
            .Concat(Of(typeof(DateFunctions)))
            .OrderBy(f => f.Id, StringComparer.Ordinal)
            .ToValueList();

    // Each class is named, so that trimming keeps what is looked for.
    private static IEnumerable<BuiltinFunction> Of([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        let declared = method.GetCustomAttribute<BuiltinFunctionAttribute>()
        where declared is not null
        select new BuiltinFunction(declared, method);
}
