using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Security.Cryptography;

namespace AirsPolicy.Compiler.Compilation;

/// <summary>
/// Rewrites a portable PDB with nothing but documents and sequence points. The compiler's own also holds its options and the MVID of
/// every reference, which differ from machine to machine; stack traces do not need them.
/// </summary>
internal static class SymbolWriter
{
    /// <summary>The PDB with documents and sequence points.</summary>
    public static ImmutableArray<byte> Strip(ImmutableArray<byte> symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(symbols);
        var reader = provider.GetMetadataReader();
        var builder = new MetadataBuilder();
        foreach (var handle in reader.Documents)
            AddDocument(reader, reader.GetDocument(handle), builder);
        foreach (var handle in reader.MethodDebugInformation)
        {
            var method = reader.GetMethodDebugInformation(handle);
            // The points name documents by row, and rows keep their order.
            builder.AddMethodDebugInformation(method.Document, builder.GetOrAddBlob(reader.GetBlobBytes(method.SequencePointsBlob)));
        }
        var rows = ImmutableArray.CreateBuilder<int>(MetadataTokens.TableCount);
        for (var table = 0; table < MetadataTokens.TableCount; table++)
            rows.Add(0);
        rows[(int)TableIndex.MethodDef] = reader.MethodDebugInformation.Count;
        rows[(int)TableIndex.StandAloneSig] = 1;
        var image = new BlobBuilder();
        new PortablePdbBuilder(builder, rows.MoveToImmutable(), default, Identify).Serialize(image);
        return image.ToImmutableArray();
    }

    private static void AddDocument(MetadataReader reader, Document document, MetadataBuilder builder) => builder.AddDocument(
        builder.GetOrAddDocumentName(reader.GetString(document.Name)),
        builder.GetOrAddGuid(reader.GetGuid(document.HashAlgorithm)),
        builder.GetOrAddBlob(reader.GetBlobBytes(document.Hash)),
        builder.GetOrAddGuid(reader.GetGuid(document.Language)));

    private static BlobContentId Identify(IEnumerable<Blob> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var blob in content)
            hash.AppendData(blob.GetBytes());
        return BlobContentId.FromHash(hash.GetHashAndReset());
    }
}
