using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Metadata;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>Types and signatures as texts, by which those of an assembly are compared with ours.</summary>
internal static class TypeText
{
    // What emitted code has in its signatures beside named types.
    private static readonly FrozenDictionary<Type, SignatureTypeCode> s_codes = new Dictionary<Type, SignatureTypeCode>
    {
        [typeof(void)] = SignatureTypeCode.Void,
        [typeof(bool)] = SignatureTypeCode.Boolean,
        [typeof(byte)] = SignatureTypeCode.Byte,
        [typeof(int)] = SignatureTypeCode.Int32,
        [typeof(uint)] = SignatureTypeCode.UInt32,
        [typeof(long)] = SignatureTypeCode.Int64,
        [typeof(ulong)] = SignatureTypeCode.UInt64,
        [typeof(string)] = SignatureTypeCode.String,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<SignatureTypeCode> s_known = s_codes.Values.ToFrozenSet();

    /// <summary>A type of ours.</summary>
    public static string Of(Type type) =>
        s_codes.TryGetValue(type, out var code) ? Of(code) : Named(type.IsValueType, NameOf(type));

    /// <summary>A type as emitted code names it.</summary>
    public static string NameOf(Type type) =>
        type.DeclaringType is { } outer ? $"{NameOf(outer)}/{type.Name}" : $"[{NameOf(type.Assembly)}]{type.Namespace}.{type.Name}";

    /// <summary>An assembly as emitted code names it, which sees the framework through its facade.</summary>
    public static string NameOf(Assembly assembly) => assembly == typeof(object).Assembly ? "System.Runtime" : assembly.GetName().Name!;

    /// <summary>The signature of a method of ours.</summary>
    public static string Of(MethodBase method) => Method(
        !method.IsStatic,
        Of((method as MethodInfo)?.ReturnType ?? typeof(void)),
        method.GetParameters().Select(parameter => Of(parameter.ParameterType)));

    /// <summary>A type by its code, or null for one that emitted code does not have.</summary>
    public static string? Find(SignatureTypeCode code) => s_known.Contains(code) ? Of(code) : null;

    /// <summary>A type by its name.</summary>
    public static string Named(bool isValue, string name) => $"{(isValue ? "value" : "class")} {name}";

    /// <summary>A signature of a method.</summary>
    public static string Method(bool isInstance, string result, IEnumerable<string> parameters) =>
        $"({string.Join(", ", parameters)}) : {(isInstance ? "instance " : "")}{result}";

    private static string Of(SignatureTypeCode code) => code.ToString();
}
