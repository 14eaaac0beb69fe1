using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// All that emitted code may name outside itself, each as <see cref="ImageNames"/> writes it: what is marked
/// <see cref="PolicyCallableAttribute"/>, and little of the framework.
/// </summary>
[RequiresUnreferencedCode(CodeLoading.Reason)]
internal static class PolicyMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The assemblies by name: the runtime, and the one of the framework as the runtime itself refers to it.</summary>
    public static FrozenDictionary<string, AssemblyName> Assemblies { get; } = typeof(PolicyProgram).Assembly.GetReferencedAssemblies()
        .Where(name => name.Name == TypeText.NameOf(typeof(object).Assembly)).Append(typeof(PolicyProgram).Assembly.GetName())
        .ToFrozenDictionary(name => name.Name!, StringComparer.Ordinal);

    /// <summary>The constructor of the base class, which that of a program calls.</summary>
    public static string Inherited { get; } =
        NameOf(typeof(PolicyProgram).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])!);

    /// <summary>What the C# compiler says of every assembly.</summary>
    public static FrozenSet<string> Attributes { get; } = FrozenSet.ToFrozenSet(
        [
            Constructor(typeof(CompilationRelaxationsAttribute), typeof(int)),
            Constructor(typeof(RuntimeCompatibilityAttribute)),
            Constructor(typeof(DebuggableAttribute), typeof(DebuggableAttribute.DebuggingModes)),
            Constructor(typeof(RefSafetyRulesAttribute), typeof(int)),
        ],
        StringComparer.Ordinal);

    /// <summary>The members, with their signatures.</summary>
    public static FrozenSet<string> Members { get; } =
        Marked().Concat(OfDecimals()).Concat(Attributes).Append(Inherited).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The types.</summary>
    public static FrozenSet<string> Types { get; } = ((Type[])
    [
        typeof(PolicyProgram), typeof(FactFrame), typeof(Evaluation), typeof(Conversions), typeof(decimal),
        typeof(CompilationRelaxationsAttribute), typeof(RuntimeCompatibilityAttribute), typeof(DebuggableAttribute),
        typeof(DebuggableAttribute.DebuggingModes), typeof(RefSafetyRulesAttribute),
    ]).Select(TypeText.NameOf).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Marked() =>
        from type in typeof(PolicyProgram).Assembly.GetExportedTypes()
        from member in type.GetMembers(Declared)
        where member.IsDefined(typeof(PolicyCallableAttribute), inherit: false)
        let method = member as MethodInfo ?? ((PropertyInfo)member).GetMethod!
        select NameOf(method);

    private static IEnumerable<string> OfDecimals()
    {
        foreach (var field in (string[])[nameof(decimal.Zero), nameof(decimal.One), nameof(decimal.MinusOne)])
            yield return $"{TypeText.NameOf(typeof(decimal))}.{field} : {TypeText.Of(typeof(decimal))}";
        var operators = typeof(decimal).GetMethods(Declared).Where(method => method.IsSpecialName);
        foreach (var comparison in operators.Where(method => method.ReturnType == typeof(bool)))
            yield return NameOf(comparison);
        foreach (var whole in (Type[])[typeof(int), typeof(uint), typeof(long), typeof(ulong)])
            yield return Constructor(typeof(decimal), whole);
        yield return Constructor(typeof(decimal), typeof(int), typeof(int), typeof(int), typeof(bool), typeof(byte));
    }

    private static string Constructor(Type type, params Type[] parameters) => NameOf(type.GetConstructor(parameters)!);

    private static string NameOf(MethodBase method) => $"{TypeText.NameOf(method.DeclaringType!)}.{method.Name}{TypeText.Of(method)}";
}
