using System.Collections.Immutable;
using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Compiler;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Cli.Making;

/// <summary>Writes bundles into a folder, and the C# of an application that compiles them in.</summary>
internal sealed class BundleFolder(Terminal terminal, string folder)
{
    private const string Factory = "EmittedPolicies.g.cs";

    /// <summary>Writes all; a policy is compiled before the first file is written.</summary>
    public void Write(ImmutableArray<PolicyModel> policies, bool emits)
    {
        var bundles = policies.Select(policy => (policy.Name, Bytes: BundleBuilder.Build(policy))).ToList();
        Create();
        foreach (var (name, bytes) in bundles)
            Write($"{name}.airsb", bytes);
        if (!emits)
            return;
        foreach (var policy in policies)
            Write($"{policy.Name}.g.cs", EmittedSource.OfProgram(policy));
        Write(Factory, EmittedSource.OfFactory(bundles.Select(bundle => (bundle.Name, Bundle.Read(bundle.Bytes).Digest))));
    }

    private void Create()
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unwritable(folder, failure);
        }
    }

    private void Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    private void Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        OutputFile.Write(path, stream => stream.Write(content));
        terminal.Ink.Line(DisplayText.Visible(path));
    }
}
