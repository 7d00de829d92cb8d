namespace Gpu.Runtime.Caching;

/// <summary>Reads the password when it is needed, and keeps it nowhere.</summary>
internal static class RedisPassword
{
    /// <exception cref="ConfigurationError">The file cannot be read or is empty.</exception>
    public static string? Read(RedisOptions options)
    {
        if (options.PasswordFile is not { } file)
        {
            return options.Password;
        }

        try
        {
            using var reader = new StreamReader(file);
            return reader.ReadLine() is { Length: > 0 } line ? line : throw new ConfigurationError($"The file of Redis's password, \"{file}\", is empty; its first line must be the password.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationError($"The file of Redis's password, \"{file}\", cannot be read: {e.Message}", e);
        }
    }
}
