using System.Reflection;
using System.Reflection.Metadata;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>What an assembly defines: one policy program with its three overrides, a constructor, and static methods of its own.</summary>
internal static class ImageProgram
{
    private const string AssemblyName = "AirsPolicy.Compiled";

    private const TypeAttributes Program = TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit;
    private const MethodAttributes Constructor =
        MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
    private const MethodAttributes Override = MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig;
    private const MethodAttributes Own = MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig;

    private static readonly string s_constructor = TypeText.Method(isInstance: true, TypeText.Of(typeof(void)), []);

    private static readonly Dictionary<string, string> s_overrides = typeof(PolicyProgram)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .ToDictionary(method => method.Name, TypeText.Of, StringComparer.Ordinal);

    // Rules and conditions, and what chooses among many of them by their number.
    private static readonly HashSet<string> s_own =
    [
        .. from result in (Type[])[typeof(void), typeof(bool)]
           from number in (Type[][])[[], [typeof(int)]]
           let parameters = (Type[])[.. number, typeof(FactFrame), typeof(Evaluation)]
           select TypeText.Method(isInstance: false, TypeText.Of(result), parameters.Select(TypeText.Of)),
    ];

    /// <exception cref="InvalidDataException">It defines something else.</exception>
    public static void Check(ImageNames names)
    {
        var reader = names.Reader;
        var assembly = reader.GetAssemblyDefinition();
        // Another assembly may see what is internal to a friend that has its name.
        if (!reader.StringComparer.Equals(assembly.Name, AssemblyName) || assembly.Flags != 0
            || !assembly.Culture.IsNil || !assembly.PublicKey.IsNil)
            throw ImageCheck.Refused("has another name");
        // The first type is the module itself. A static constructor of it is a module initialiser.
        var types = reader.TypeDefinitions.Select(reader.GetTypeDefinition).ToList();
        if (types.Count != 2)
            throw ImageCheck.Refused("does not hold exactly one policy program");
        if (types[0].GetMethods().Count != 0 || types[1].GetMethods().Count != reader.MethodDefinitions.Count)
            throw ImageCheck.Refused("has a module initialiser, or another method outside its program");
        if (types[1].Attributes != Program || types[1].BaseType.Kind != HandleKind.TypeReference
            || names.Type((TypeReferenceHandle)types[1].BaseType) != TypeText.NameOf(typeof(PolicyProgram)))
            throw ImageCheck.Refused("has a program that is not a sealed class of its own kind");
        CheckMethods(names, types[1]);
    }

    private static void CheckMethods(ImageNames names, TypeDefinition program)
    {
        var left = s_overrides.Keys.Append(ConstructorInfo.ConstructorName).ToHashSet(StringComparer.Ordinal);
        foreach (var method in program.GetMethods().Select(names.Reader.GetMethodDefinition))
        {
            var signature = names.Method(method.Signature);
            var isOwn = method.Attributes == Own && s_own.Contains(signature) && !names.Reader.StringComparer.StartsWith(method.Name, ".");
            if (isOwn && method.ImplAttributes == MethodImplAttributes.IL)
                continue;
            var name = names.Reader.GetString(method.Name);
            if (!IsOfBase(name, signature, method.Attributes, left) || method.ImplAttributes != MethodImplAttributes.IL)
                throw ImageCheck.Refused($"has the method '{name}{signature}' ({method.Attributes})");
        }
        if (left.Count > 0)
            throw ImageCheck.Refused($"lacks the method '{left.First()}'");
    }

    private static bool IsOfBase(string name, string signature, MethodAttributes attributes, HashSet<string> left) => attributes switch
    {
        Constructor => name == ConstructorInfo.ConstructorName && signature == s_constructor && left.Remove(name),
        Override => signature == s_overrides.GetValueOrDefault(name) && left.Remove(name),
        _ => false,
    };
}
