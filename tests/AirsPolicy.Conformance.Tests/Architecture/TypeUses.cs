using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AirsPolicy.Conformance.Tests.Architecture;

/// <summary>That the code of one type names another.</summary>
/// <param name="User">The namespace and name of the outermost type that names it.</param>
/// <param name="Used">The namespace and name of the outermost type that is named.</param>
internal sealed record TypeUse(string User, string Used);

/// <summary>
/// Which types a compiled assembly names, read from its metadata and instructions: in bases, signatures, locals, attributes and method
/// bodies. A constant leaves no trace of where it was declared.
/// </summary>
internal sealed class TypeUses
{
    private static readonly Dictionary<int, OperandType> s_operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private readonly MetadataReader _metadata;
    private readonly PEReader _image;
    private readonly HashSet<TypeUse> _uses = [];
    private readonly Names _names;
    private string _user = "";

    private TypeUses(PEReader image)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
        _names = new Names(this);
    }

    /// <summary>The uses in an assembly of the types of this product, each once.</summary>
    public static IReadOnlyCollection<TypeUse> Of(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var uses = new TypeUses(image);
        foreach (var handle in uses._metadata.TypeDefinitions)
            uses.Read(handle);
        return uses._uses;
    }

    private void Read(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        _user = NameOf(handle);
        Token(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
            Token(_metadata.GetInterfaceImplementation(implemented).Interface);
        Constraints(type.GetGenericParameters());
        Attributes(type.GetCustomAttributes());
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            field.DecodeSignature(_names, null);
            Attributes(field.GetCustomAttributes());
        }
        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            method.DecodeSignature(_names, null);
            Constraints(method.GetGenericParameters());
            Attributes(method.GetCustomAttributes());
            if (method.RelativeVirtualAddress > 0)
                Body(_image.GetMethodBody(method.RelativeVirtualAddress));
        }
    }

    private void Constraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _metadata.GetGenericParameter(parameter).GetConstraints()))
            Token(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            Token(_metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void Body(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_names, null);
        foreach (var region in body.ExceptionRegions)
            Token(region.CatchType);
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var value = (int)code.ReadByte();
            if (value == 0xFE)
                value = 0xFE00 | code.ReadByte();
            switch (s_operands[value])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Token(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case not OperandType.InlineNone:
                    code.Offset += 4;
                    break;
            }
        }
    }

    private void Token(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                Add(handle);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_names, null);
                break;
            case HandleKind.FieldDefinition:
                Token(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Token(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Token(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(_names, null);
                Token(method.Method);
                break;
        }
    }

    private void Add(EntityHandle type)
    {
        if (NameOf(type) is var used && used != _user && used.StartsWith("AirsPolicy.", StringComparison.Ordinal))
            _uses.Add(new TypeUse(_user, used));
    }

    // What lies in a type, closures and state machines too, is the outermost type's.
    private string NameOf(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeDefinition)
        {
            var type = _metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
            return type.GetDeclaringType() is { IsNil: false } outer
                ? NameOf(outer)
                : $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}";
        }
        var reference = _metadata.GetTypeReference((TypeReferenceHandle)handle);
        return reference.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf(reference.ResolutionScope)
            : $"{_metadata.GetString(reference.Namespace)}.{_metadata.GetString(reference.Name)}";
    }

    // Signatures are read for the types in them alone.
    private sealed class Names(TypeUses uses) : ISignatureTypeProvider<int, object?>
    {
        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Add(handle);

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Add(handle);

        public int GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? genericContext, int index) => 0;

        public int GetGenericTypeParameter(object? genericContext, int index) => 0;

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

        public int GetPinnedType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

        public int GetSZArrayType(int elementType) => 0;

        private int Add(EntityHandle handle)
        {
            uses.Add(handle);
            return 0;
        }
    }
}
