using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>What an assembly refers to outside itself: nothing but what is listed in <see cref="PolicyMembers"/>.</summary>
[RequiresUnreferencedCode(CodeLoading.Reason)]
internal static class ImageReferences
{
    // The values of attributes are numbers and a flag.
    private const int MaxValue = 64;

    /// <exception cref="InvalidDataException">It refers to something else.</exception>
    public static void Check(ImageNames names)
    {
        var reader = names.Reader;
        foreach (var assembly in reader.AssemblyReferences.Select(reader.GetAssemblyReference))
        {
            var name = reader.GetString(assembly.Name);
            if (PolicyMembers.Assemblies.GetValueOrDefault(name) is not { } known || assembly.Flags != 0 || !assembly.Culture.IsNil)
                throw ImageCheck.Refused($"refers to the assembly '{name}'");
            // What cannot be resolved would fail at the first decision only.
            if (!reader.GetBlobBytes(assembly.PublicKeyOrToken).AsSpan().SequenceEqual(known.GetPublicKeyToken()))
                throw ImageCheck.Refused($"refers to the '{name}' of another publisher");
            if (assembly.Version > known.Version)
                throw ImageCheck.Refused($"refers to '{name}' {assembly.Version}, later than the {known.Version} here");
        }
        foreach (var type in reader.TypeReferences.Select(names.Type))
        {
            if (!PolicyMembers.Types.Contains(type))
                throw ImageCheck.Refused($"refers to the type '{type}'");
        }
        foreach (var member in reader.MemberReferences.Select(handle => names.Member(reader.GetMemberReference(handle))))
        {
            if (!PolicyMembers.Members.Contains(member))
                throw ImageCheck.Refused($"refers to '{member}'");
        }
        foreach (var attribute in reader.CustomAttributes.Select(reader.GetCustomAttribute))
            CheckAttribute(names, attribute);
    }

    private static void CheckAttribute(ImageNames names, CustomAttribute attribute)
    {
        var constructor = attribute.Constructor.Kind == HandleKind.MemberReference
            ? names.Member(names.Reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor))
            : "a method of its own";
        if (attribute.Parent.Kind is not (HandleKind.AssemblyDefinition or HandleKind.ModuleDefinition)
            || !PolicyMembers.Attributes.Contains(constructor)
            || names.Reader.GetBlobReader(attribute.Value).Length > MaxValue)
            throw ImageCheck.Refused($"has the attribute '{constructor}' on a {attribute.Parent.Kind}");
    }
}
