public static class Plain { public static string Client => typeof(Acme.Studio.StudioClient).FullName!; }
