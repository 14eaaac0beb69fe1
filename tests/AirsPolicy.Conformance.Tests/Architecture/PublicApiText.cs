using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace AirsPolicy.Conformance.Tests.Architecture;

/// <summary>
/// The types and members that an assembly shows, a line each, in an order that says nothing. What every record has is left out.
/// </summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] s_ofRecords =
    [
        "Equals",
        "GetHashCode",
        "ToString",
        "PrintMembers",
        "Deconstruct",
        "EqualityContract",
        "op_Equality",
        "op_Inequality",
        "<Clone>$",
    ];

    public static string Write(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Heading(type)).Append('\n');
            foreach (
                var member in type.GetMembers(Declared)
                    .Where(member => IsShown(type, member))
                    .Select(Describe)
                    .Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => IsRecord(type) ? "abstract record" : "abstract class",
        { IsSealed: true } => IsRecord(type) ? "sealed record" : "sealed class",
        _ => IsRecord(type) ? "record" : "class",
    };

    private static string Heading(Type type)
    {
        var bases = type.GetInterfaces()
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(i => i.IsVisible && i.Name != "IEquatable`1")
            .Select(Name)
            .Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType)
            bases = bases.Prepend(Name(parent)).Order(StringComparer.Ordinal);
        var list = type.IsEnum ? "" : string.Join(", ", bases);
        return $"{type.Namespace}.{Name(type)}{(list.Length > 0 ? $" : {list}" : "")}";
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsShown(Type type, MemberInfo member) =>
        member switch
        {
            FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
            MethodInfo { IsSpecialName: true } accessor when !accessor.Name.StartsWith("op_", StringComparison.Ordinal) => false,
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(a => a.IsPublic || a.IsFamily || a.IsFamilyOrAssembly),
            EventInfo => true,
            _ => false,
        }
        && !(
            s_ofRecords.Contains(member.Name)
            && (IsRecord(type) || type.IsValueType || member.IsDefined(typeof(CompilerGeneratedAttribute))))
        && !(type.IsSubclassOf(typeof(Delegate)) && member.Name != "Invoke");

    private static string Describe(MemberInfo member) =>
        member switch
        {
            FieldInfo { DeclaringType.IsEnum: true } field =>
                $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}",
            FieldInfo field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
            PropertyInfo property =>
                $"{(property.GetAccessors(true)[0].IsStatic ? "static " : "")}{Name(property.PropertyType)}{Mark(property)} {property.Name}{Indexes(property)} {{ {Accessors(property)} }}",
            ConstructorInfo constructor => $"new({Parameters(constructor.GetParameters())})",
            MethodInfo method =>
                $"{Modifier(method)}{Name(method.ReturnType)}{Mark(method.ReturnParameter)} {method.Name}{Generics(method)}({Parameters(method.GetParameters())})",
            EventInfo happened => $"event {Name(happened.EventHandlerType!)} {happened.Name}",
            _ => member.Name,
        };

    private static string Modifier(MethodInfo method) =>
        (method.IsPublic ? "" : "protected ")
        + (
            method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : method.IsVirtual && !method.IsFinal
                ? method.GetBaseDefinition() == method ? "virtual "
                    : "override "
            : "");

    private static string Accessors(PropertyInfo property) => property switch
    {
        { CanWrite: false } => "get;",
        _ when property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) => "get; init;",
        _ => property.SetMethod!.IsPublic ? "get; set;" : "get;",
    };

    private static string Indexes(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } indexes ? $"[{Parameters(indexes)}]" : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        string.Join(
            ", ",
            parameters.Select(p =>
                $"{(p.IsOut ? "out " : "")}{Name(p.ParameterType)}{Mark(p)} {p.Name}{(p.HasDefaultValue ? $" = {p.RawDefaultValue ?? "null"}" : "")}"
            ));

    private static string Mark(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable
            ? "?"
            : "";

    private static string Mark(PropertyInfo property) =>
        !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable
            ? "?"
            : "";

    private static string Name(Type type)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Name(inner)}?";
        var name = type.Name.Split('`')[0];
        var arguments = type.GetGenericArguments();
        return (type.DeclaringType is { } outer && !type.IsGenericParameter ? $"{Name(outer)}." : "")
            + (
                arguments.Length > 0 && type.Name.Contains('`', StringComparison.Ordinal)
                    ? $"{name}<{string.Join(", ", arguments.Select(Name))}>"
                    : name);
    }
}
