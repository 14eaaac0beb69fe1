namespace AirsPolicy.Compiler.Emission;

/// <summary>Writes the class that gives a host the policies which are compiled into an application.</summary>
internal static class FactoryEmitter
{
    /// <summary>The C#, with the names and digests in the order given.</summary>
    public static string Emit(IReadOnlyList<(string Name, string Digest)> policies)
    {
        var writer = new CodeWriter();
        writer.Line($"using AirsPolicy.Hosting;");
        writer.Line($"namespace AirsPolicy.Emitted;");
        writer.Line($"/// <summary>The policies that are compiled into this application.</summary>");
        writer.Line($"internal static class EmittedPolicies");
        writer.Open();
        writer.Line($"/// <summary>Has a host decide by one of them from now on.</summary>");
        writer.Line($"public static ActivationResult Load(PolicyHost host, string policy)");
        writer.Open();
        writer.Line($"switch (policy)");
        writer.Open();
        foreach (var (name, digest) in policies)
        {
            var (program, resource) = (Name.Mangled(name), Literal.Of($"airs/{name}.airsb"));
            writer.Line(
                $"case {Literal.Of(name)}: return host.Load(new global::{program}.Program(), Read({resource}), {Literal.Of(digest)});");
        }
        var names = string.Join(", ", policies.Select(policy => $"'{policy.Name}'"));
        var unknown = Literal.Of($"No policy of this name is compiled into the application, which has {names}.");
        writer.Line($"default: return new ActivationResult(false, null, {unknown});");
        writer.Close();
        writer.Close();
        WriteReader(writer);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteReader(CodeWriter writer)
    {
        writer.Line($"private static byte[] Read(string resource)");
        writer.Open();
        writer.Line($"using (var stream = typeof(EmittedPolicies).Assembly.GetManifestResourceStream(resource))");
        writer.Open();
        writer.Line($"var bytes = new byte[stream.Length];");
        writer.Line($"stream.ReadExactly(bytes);");
        writer.Line($"return bytes;");
        writer.Close();
        writer.Close();
    }
}
