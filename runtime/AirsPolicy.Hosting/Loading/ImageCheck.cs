using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Loading;

/// <summary>
/// Looks at the assembly of a bundle before anything of it is loaded: what could run by being loaded is refused, and so is whatever names a member that emitted code has no use for.
/// It reads metadata alone, and does not verify instructions.
/// </summary>
internal static class ImageCheck
{
    private static readonly FrozenSet<string> s_assemblies = FrozenSet.ToFrozenSet(["AirsPolicy.Runtime", "System.Runtime"], StringComparer.Ordinal);

    // What emitted code has one row of, or none: code of other files, native code, fields with data, generics, nested types.
    private static readonly (TableIndex Table, string Name)[] s_none =
    [
        (TableIndex.ModuleRef, "native modules"), (TableIndex.ImplMap, "native methods"), (TableIndex.File, "other files"), (TableIndex.ExportedType, "forwarded types"),
        (TableIndex.ManifestResource, "resources"), (TableIndex.Field, "fields"), (TableIndex.FieldRva, "data"), (TableIndex.NestedClass, "nested types"),
        (TableIndex.GenericParam, "generic types"), (TableIndex.MethodSpec, "generic methods"), (TableIndex.TypeSpec, "constructed types"), (TableIndex.MethodImpl, "overrides by another name"),
    ];

    private static readonly FrozenSet<string> s_callable = Callable().ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The assembly is not one that is emitted for a policy; the message says what is not of it.</exception>
    public static void Check(ReadOnlyMemory<byte> image)
    {
        using var stream = new MemoryStream(image.ToArray());
        using var file = new PEReader(stream);
        if (!file.HasMetadata || file.PEHeaders.CorHeader is not { } header)
            throw Refused("holds no metadata");
        if (header.Flags != CorFlags.ILOnly || header.ManagedNativeHeaderDirectory.Size + header.VtableFixupsDirectory.Size + header.EntryPointTokenOrRelativeVirtualAddress != 0)
            throw Refused("holds native code or an entry point");
        var reader = file.GetMetadataReader();
        foreach (var (table, name) in s_none)
        {
            if (reader.GetTableRowCount(table) > 0)
                throw Refused($"holds {name}");
        }
        CheckReferences(reader);
        CheckTypes(reader);
    }

    private static void CheckReferences(MetadataReader reader)
    {
        foreach (var reference in reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)))
        {
            if (!s_assemblies.Contains(reference))
                throw Refused($"refers to the assembly '{reference}'");
        }
        foreach (var reference in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            var name = NameOf(reader, reference);
            if (!s_callable.Contains(name))
                throw Refused($"refers to '{name}'");
        }
    }

    private static void CheckTypes(MetadataReader reader)
    {
        // The first is the module itself, whose static constructor would run when it is loaded.
        var types = reader.TypeDefinitions.Select(reader.GetTypeDefinition).ToList();
        if (types.Count != 2 || types[0].GetMethods().Count > 0)
            throw Refused(types.Count != 2 ? "does not hold exactly one policy program" : "has a module initialiser");
        foreach (var method in types[1].GetMethods().Select(reader.GetMethodDefinition))
        {
            var name = reader.GetString(method.Name);
            if (name == ".cctor")
                throw Refused("has a static constructor");
            if (method.ImplAttributes != MethodImplAttributes.IL || method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                throw Refused($"has a method '{name}' that is not made of instructions");
            if (method.Attributes.HasFlag(MethodAttributes.Virtual) && name is not (nameof(PolicyProgram.Decide) or nameof(PolicyProgram.Run) or nameof(PolicyProgram.Test)))
                throw Refused($"overrides '{name}'");
        }
    }

    private static string NameOf(MetadataReader reader, MemberReference reference)
    {
        var name = reader.GetString(reference.Name);
        if (reference.Parent.Kind != HandleKind.TypeReference)
            return $"{reference.Parent.Kind}.{name}";
        var type = reader.GetTypeReference((TypeReferenceHandle)reference.Parent);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}.{name}";
    }

    private static IEnumerable<string> Callable()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in typeof(PolicyProgram).Assembly.GetExportedTypes())
        {
            foreach (var method in type.GetMethods(All).Where(method => method.IsDefined(typeof(PolicyCallableAttribute), inherit: false)))
                yield return $"{type.FullName}.{method.Name}";
            foreach (var property in type.GetProperties(All).Where(property => property.IsDefined(typeof(PolicyCallableAttribute), inherit: false)))
                yield return $"{type.FullName}.get_{property.Name}";
        }
        yield return $"{typeof(PolicyProgram).FullName}.{ConstructorInfo.ConstructorName}";
        foreach (var member in (string[])[".ctor", "Zero", "One", "MinusOne", "op_Equality", "op_Inequality", "op_LessThan", "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual"])
            yield return $"System.Decimal.{member}";
        // What the C# compiler says of every assembly.
        foreach (var attribute in (string[])["CompilationRelaxationsAttribute", "RuntimeCompatibilityAttribute", "RefSafetyRulesAttribute"])
            yield return $"System.Runtime.CompilerServices.{attribute}.{ConstructorInfo.ConstructorName}";
        yield return $"System.Diagnostics.DebuggableAttribute.{ConstructorInfo.ConstructorName}";
    }

    private static InvalidDataException Refused(string what) => new($"The assembly of the bundle {what}, which no policy is compiled to. Nothing of it was loaded.");
}
