public static class Empty;
